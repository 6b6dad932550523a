package org.throughline.order;

import static java.util.Objects.requireNonNull;

/** What orders are approved by. */
public record ApprovalPolicy(ApprovalLimits limits, ApprovalFacts facts) {

    public ApprovalPolicy {
        requireNonNull(limits, "limits");
        requireNonNull(facts, "facts");
    }
}
