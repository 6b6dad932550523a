package org.throughline.endpoint.order.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;

import org.throughline.endpoint.fault.FaultDetails;
import org.throughline.order.DocumentRef;
import org.throughline.order.RequestOutcome;
import org.throughline.order.RequestOutcome.Committed;
import org.throughline.order.RequestOutcome.InProgress;
import org.throughline.order.RequestOutcome.NotCommitted;
import org.throughline.shared.Answer;
import org.throughline.wire.common.v1.RetryableType;
import org.throughline.wire.order.v1.CommittedDocumentKindType;
import org.throughline.wire.order.v1.CommittedDocumentType;
import org.throughline.wire.order.v1.OutcomeAnswerType;
import org.throughline.wire.order.v1.RequestKindType;
import org.throughline.wire.order.v1.RequestStandingType;

/** Between what became of requests and the contract. */
final class OutcomeMapper {

    private OutcomeMapper() {}

    static OutcomeAnswerType toOutcomeAnswer(String requestId, Answer<RequestOutcome> answer, String dataset) {
        RequestOutcome outcome = answer.value();
        OutcomeAnswerType wire = new OutcomeAnswerType();
        wire.setRequestId(requestId);
        wire.setKind(RequestKindType.valueOf(outcome.kind().name()));
        wire.setReceivedAt(outcome.receivedAt());
        if (outcome.standing() instanceof Committed committed) {
            set(wire, committed);
        } else if (outcome.standing() instanceof NotCommitted notCommitted) {
            set(wire, notCommitted);
        } else if (outcome.standing() instanceof InProgress inProgress) {
            set(wire, inProgress);
        }
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    private static void set(OutcomeAnswerType wire, Committed committed) {
        DocumentRef document = committed.document();
        CommittedDocumentType made = new CommittedDocumentType();
        made.setKind(CommittedDocumentKindType.valueOf(document.kind().name()));
        made.setRef(toDocumentRef(document.dataset(), document.id()));
        made.setHeld(committed.held());
        wire.setStanding(RequestStandingType.COMMITTED);
        wire.getDocument().add(made);
    }

    private static void set(OutcomeAnswerType wire, NotCommitted not) {
        wire.setStanding(RequestStandingType.NOT_COMMITTED);
        not.violations().stream().map(FaultDetails::of).forEach(wire.getViolation()::add);
        wire.setRetryable(RetryableType.valueOf(not.retryable().name()));
    }

    private static void set(OutcomeAnswerType wire, InProgress inProgress) {
        wire.setStanding(RequestStandingType.IN_PROGRESS);
        inProgress.why().stream().map(FaultDetails::of).forEach(wire.getViolation()::add);
        wire.setDoubtful(inProgress.doubtful());
        wire.setAttempts(inProgress.attempts());
        wire.setEstimatedAt(inProgress.estimatedAt().orElse(null));
    }
}
