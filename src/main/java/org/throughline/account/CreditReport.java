package org.throughline.account;

import java.util.Optional;

/**
 * The credit of an account, and what it says to a proposal.
 *
 * @param verdict empty when nothing was proposed
 * @param basket empty when no basket was proposed
 */
public record CreditReport(CreditStatus status, Optional<CreditVerdict> verdict, Optional<BasketVerdict> basket) {}
