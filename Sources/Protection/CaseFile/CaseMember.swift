/// Somebody who was given one file in a capacity of their own: a guardian, a lawyer, a member of a panel.
package enum CaseMember {}
