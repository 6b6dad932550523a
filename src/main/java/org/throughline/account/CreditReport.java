package org.throughline.account;

import java.util.Optional;

/** @param verdict empty when no amount was proposed */
public record CreditReport(CreditStatus status, Optional<CreditVerdict> verdict) {}
