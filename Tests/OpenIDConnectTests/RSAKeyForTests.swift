extension Desk {
    /// A key made for these tests, which opens nothing.
    static let rsaKey = """
        -----BEGIN PRIVATE KEY-----
        MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCK3lGrQlkWmC9I
        m4HqGU23VrsT+dzAsEWCe9HV2J/Ja295+4AeSx8RRRvMXANiFNNVQQWMwIi0QW7J
        gUc5hrPQCbA1Vkdg9le7+GsgPTB4oK7kr+q2A+9JqJNVq6KYFIf8kGcHChc6l3RV
        7K2YRq797M5rikmXIrI8f7rbqw3EYCyaiS/9gX/MY4cL0ovGUnOBPMGVNoxn8x/n
        Ri0f2fBt3vX03xdoRRbqXgxSxT94RL7X76XNPeEl0vQIdioCNKW0mwR3IYRgondn
        gv+RGMVMffrx42r1Nsdw7fcV3mbPb+jackggiqKvApDJ3yWnAhRNG8QtfrKcIhqV
        of5m4PFLAgMBAAECggEABGCiYGyp/u8d2Dv6P2qRcnsTF7vHLjmSCuuAEUozZXtC
        EK1RdOoearPzGygpKAeSB6OgTNOpyb6hZqFi9mNgwT5rKXNC66U4T3OWej0hxiLJ
        qz8kYYCu6qxGtgejmbKOp0hJI5QAaJBOxCxpdOvy0cU2rCB/R9AIEhd7Vv7pRr4u
        0Qxg2tECHUPEu11LkrHVGcRw0X1/ef58edikV7lLGSVBsy+6U7HGmtMfa6WVatNb
        nH8U0VEa3kQsJFHyNq6Yss+xHYfNmA5/AtK9tVe9v9rSXmK724wxzgzeUPC8xThS
        yfMud6R2oinBKIxDJOAjr2PixfUXONC3Orsk/vgZmQKBgQC/DB7LST4i4nzVyDXE
        feUE2x1CoGMhvy7QhV0YFKO0OiQlgFqsXAEUXJ48la9CnU3BTgbaOMIQCqqjCivy
        SK5/Ccn8FvcVK87JCpqJSUsWiM7Y6Sxt0GfuQ367hKWSbaWEyNyNMakXBqwvwiQo
        KLCyWGfFpK57BNFKAfv6+4cQ3wKBgQC6FMl2xaDqYUaebQnxn2if8umTAxQXi8LO
        Xt3kds29VrMKVq7GkhkDyY14ddi1m2i/Z7t/tPWsehLF4gogoC+N6K+HazDVzMs0
        fBxmdrZm+8oQcIgB+B9S1Y/045tWsYpkqw26JIEvohDgYUjU2FtrWWst53ZCHzg+
        +SjV2EpRFQKBgDSGPokhT+YDYtLbwnyNKEPXggnpUpfamiJWKCwQsJlCSuHMkiFF
        Aj7438BEXvTvjosQyq2AYUpLxHIiv8ZS2TawGEoofjHh424+bhJEhlJhtozIPqDK
        ZWiKQfOIGoVRg+on1wsylgxwlzJiK9KmrT27NHyQNDA6ONgiB4cPVCj9AoGABMr0
        RXLhqifHQd1dHDQW5cfD7F1v7wtSgS5AWNoWgoHxKpsA9Wxd6JMQacHfSw4trIBn
        e+qVSVP7l80ypZR6pRURMFO6dkdIFJn9wUXdfNmPYs0DM8nIRMHra0tRfPIltmIR
        gHHgQfHSrXTUA2dvM1yiPhRwH1PehwCz5I4lm+ECgYEAuEJ5IIAcPZqHHUd8NSZK
        NT6BKtSnuN2iJNFuSykMRTtmDxk7wwP8WFXzQWexNzu8pTL4vsKuemBJPVeaEV6q
        ZItNKImfwKXXCbD15KM1jxV9/VbxltxacFeWplE/R6zSgASk3rt74LDc6yZjOizn
        i2Jrj9Un3WXM98NdlsiyRU4=
        -----END PRIVATE KEY-----
        """

    /// The modulus of the same key, as a key set has it.
    static let rsaModulus =
        "it5Rq0JZFpgvSJuB6hlNt1a7E_ncwLBFgnvR1difyWtvefuAHksfEUUbzFwDYhTTVUEFjMCItEFuyYFHOYaz0AmwNVZHYPZXu_hrID0weKCu5K_qtgPvSaiT"
        + "VauimBSH_JBnBwoXOpd0VeytmEau_ezOa4pJlyKyPH-626sNxGAsmokv_YF_zGOHC9KLxlJzgTzBlTaMZ_Mf50YtH9nwbd719N8XaEUW6l4MUsU_eES-1--l"
        + "zT3hJdL0CHYqAjSltJsEdyGEYKJ3Z4L_kRjFTH368eNq9TbHcO33Fd5mz2_o2nJIIIqirwKQyd8lpwIUTRvELX6ynCIalaH-ZuDxSw"
}
