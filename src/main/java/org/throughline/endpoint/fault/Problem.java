package org.throughline.endpoint.fault;

import java.util.List;
import java.util.Map;
import org.throughline.shared.ServiceFault;
import org.throughline.wire.common.v1.FaultDetailType;
import org.throughline.wire.common.v1.RetryableType;
import org.throughline.wire.common.v1.ViolationType;

/**
 * A failure in REST, as RFC 9457 has it, with the fields of the contract's fault detail.
 *
 * @param type a URN that names the code
 * @param title what the code means, always the same text
 * @param status the HTTP status
 * @param detail what is wrong here
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        RetryableType retryable,
        Integer retryAfterSeconds,
        String correlationId,
        List<ViolationType> violation) {

    public static final String CONTENT_TYPE = "application/problem+json";

    public static Problem of(ServiceFault fault) {
        FaultDetailType detail = FaultDetails.of(fault, CorrelationId.current());
        return new Problem(
                "urn:throughline:fault:" + fault.code().name(),
                fault.code().meaning(),
                HttpStatuses.ofProblem(fault.code()),
                detail.getMessage(),
                detail.getCode(),
                detail.getRetryable(),
                detail.getRetryAfterSeconds(),
                detail.getCorrelationId(),
                detail.getViolation());
    }

    /** The headers of HTTP that belong to it. */
    public Map<String, String> headers() {
        return retryAfterSeconds == null ? Map.of() : Map.of(RetryAfter.HEADER, retryAfterSeconds.toString());
    }
}
