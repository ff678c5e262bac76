#!/usr/bin/env python3
"""Makes share/passwords/common.txt: passwords of twelve characters and more that are tried first.

No leaked list was copied. People build long passwords in a few well-known ways: a common word and a year, a word doubled,
two common words, a row of the keyboard, digits in order, a phrase everybody knows. This script writes those down.
Shorter passwords are refused by their length, so they are left out. Run: Scripts/common-passwords.py > share/passwords/common.txt
"""

SHORTEST = 12

WORDS = """password passwort passe motdepasse contrasena clave senha parol welcome bienvenue bienvenido admin administrator
administrateur administrador root user username login letmein iloveyou jetaime tequiero monkey dragon master shadow sunshine princess
princesse princesa football baseball basketball superman batman spiderman starwars pokemon charlie michael jennifer jordan daniel
jessica ashley thomas andrea nicole robert matthew joshua hello bonjour hola secret summer winter spring autumn soleil butterfly
chocolate computer internet security access default changeme change temporary temp guest testing test flower freedom liberty whatever
trustno killer hunter ranger buster tigger cookie pepper ginger banana orange purple yellow silver golden diamond crystal phoenix
mustang ferrari porsche mercedes yamaha samsung google facebook microsoft windows linux apple android nintendo minecraft
liverpool chelsea arsenal barcelona realmadrid juventus manchester maradona ronaldo messi jesus jesuschrist christ blessed angel
heaven family mother father brother sister forever always together happy lucky sweet friends loveyou lovely beautiful babygirl
police ministry ministere ministerio government gouvernement gobierno embassy border justice court shelter rescue concord office
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
december company business welcome1 qwerty azerty qwertz qwertyuiop azertyuiop""".split()

SHORT = """love my the i am one two big hot new old best good super cool blue red black white baby girl boy cat dog king queen star
sun moon sex""".split()

PHRASES = """letmeinplease letmeinnow openthedoor iloveyousomuch iloveyouforever iloveyoubaby iloveyou1234 iloveyou12345 ilovemyself
ilovemyfamily ilovemymother ilovejesus123 godisgreat godislove godblessyou jesusislord jesusismylord jesuslovesme mypassword
mypassword1 mypassword123 thisismypassword thisisapassword thisisasecret mysecretpassword yourpassword passwordpassword
passwordispassword thepassword whatismypassword idontknow idontknow123 idontremember nopassword nopassword123 changeme1234
changemenow changemeplease changethis changethispassword temporarypassword temppassword defaultpassword initialpassword
newpassword newpassword1 newpassword123 oldpassword adminpassword administrator1 adminadmin adminadminadmin rootpassword
userpassword testpassword testpassword1 testing12345 testtesttest guestguest1 correcthorsebatterystaple correcthorse
correcthorsebattery trustnobody trustno1trustno1 maytheforcebewithyou tobeornottobe twinkletwinkle happybirthday happybirthday1
happynewyear happynewyear1 merrychristmas helloworld123 helloworld1234 hellohello12 hellokitty123 hakunamatata abracadabra
abracadabra1 opensesame123 onetwothree onetwothreefour motdepasse123 motdepasse1234 monmotdepasse contrasena123 contrasena1234
micontrasena unodostres123 tequieromucho teamomucho jetaimejetaime jetaimemonamour bienvenue1234 bienvenido123 welcome12345
welcometothejungle welcomehome1 welcomeback1 secretsecret supersecret1 topsecret123 mustbechanged pleasechangeme
unitednations unitednations1 antitrafficking stoptrafficking humantrafficking humanrights1 humanrights123 concordconcord
concord12345 concordadmin""".split()

ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertzuiop", "yxcvbnm", "1234567890",
        "qwertyuiop[]", "abcdefghijklmnopqrstuvwxyz", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "1qaz2wsx3edc4rfv5tgb", "qazwsxedcrfvtgb",
        "1q2w3e4r5t6y7u8i9o0p", "a1b2c3d4e5f6g7h8", "q1w2e3r4t5y6u7i8", "zaq12wsxcde3", "1a2b3c4d5e6f7g8h", "aqwzsxedcrfv", "!qaz@wsx#edc$rfv"]

TAILS = ["1", "12", "123", "1234", "12345", "123456", "1234567", "12345678", "123456789", "0", "00", "000", "007", "01", "11", "111",
         "321", "4321", "54321", "654321", "69", "77", "88", "99", "100", "101", "666", "777", "888", "999", "000000", "111111", "121212",
         "abc", "abc123", "qwe", "qwerty", "!", "!!", "!1", "1!", "123!", "@123", "#1"]
YEARS = [str(year) for year in range(1980, 2031)]


def made():
    yield from PHRASES
    for word in WORDS:
        for tail in TAILS:
            yield word + tail
        if len(word) >= 8:
            for year in YEARS:
                yield word + year
        yield word * 2
        yield word * 3
        for short in SHORT:
            yield short + word
            yield word + short
    tops = WORDS[:30]
    for first in tops:
        for second in tops:
            if first != second:
                yield first + second
    for row in ROWS:
        for start in range(len(row)):
            for end in range(start + 6, len(row) + 1):
                piece = row[start:end]
                yield piece
                yield piece[::-1]
                yield piece * 2
                yield piece + "123"
    for row in ROWS[:10]:
        for other in ROWS[:10]:
            yield row + other
    for unit in ["12", "123", "1234", "12345", "123456", "321", "112233", "123321", "102030", "121212", "123123", "147258", "789456", "159357"]:
        for times in range(1, 9):
            yield unit * times
    digits = "01234567890123456789"
    for start in range(10):
        for length in range(SHORTEST, 17):
            yield (digits + digits)[start:start + length]
            yield (digits + digits)[start:start + length][::-1]


seen = set()
print("# Passwords that are tried first, one a line, lower case. Made by Scripts/common-passwords.py; see README.md beside this file.")
for password in made():
    password = password.lower()
    if len(password) >= SHORTEST and password not in seen:
        seen.add(password)
        print(password)
