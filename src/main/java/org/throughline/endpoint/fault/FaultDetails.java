package org.throughline.endpoint.fault;

import java.util.List;
import org.throughline.shared.Difference;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;
import org.throughline.wire.common.v1.DifferenceType;
import org.throughline.wire.common.v1.FaultDetailType;
import org.throughline.wire.common.v1.RetryableType;
import org.throughline.wire.common.v1.ViolationType;

/** Writes a fault as the contract's one detail type. Texts are cut to what the contract allows. */
public final class FaultDetails {

    /** c:Text. */
    static final int LONGEST_TEXT = 500;

    /** So that a fault stays small whatever the request was. */
    private static final int MOST_VIOLATIONS = 1_000;

    private FaultDetails() {}

    public static FaultDetailType of(ServiceFault fault, String correlationId) {
        ErrorCode code = fault.code();
        FaultDetailType detail = new FaultDetailType();
        detail.setCode(code.name());
        detail.setMessage(text(fault.violations().get(0).message()));
        detail.setRetryable(RetryableType.valueOf(code.retryable().name()));
        RetryAfter.secondsOf(fault).ifPresent(detail::setRetryAfterSeconds);
        detail.setCorrelationId(correlationId);
        fault.violations().stream().limit(MOST_VIOLATIONS).map(FaultDetails::of).forEach(detail.getViolation()::add);
        return detail;
    }

    public static ViolationType of(Violation violation) {
        ViolationType wire = new ViolationType();
        wire.setCode(violation.code().name());
        wire.setPath(violation.path().isEmpty() ? null : text(violation.path()));
        wire.setMessage(text(violation.message()));
        wire.setRemedy(text(violation.remedy().text()));
        wire.setLimit(violation.remedy().limit());
        wire.getAllowedValue().addAll(texts(violation.remedy().allowedValues()));
        wire.setDifference(of(violation.difference()));
        return wire;
    }

    private static DifferenceType of(Difference difference) {
        if (difference == null) {
            return null;
        }
        DifferenceType wire = new DifferenceType();
        wire.setPromised(text(difference.promised()));
        wire.setNow(text(difference.now()));
        return wire;
    }

    private static List<String> texts(List<String> texts) {
        return texts.stream().map(FaultDetails::text).toList();
    }

    /** Without characters that XML 1.0 cannot carry, and not longer than the contract allows. */
    static String text(String text) {
        if (text == null) {
            return null;
        }
        String clean = text.codePoints()
                .map(c -> isXml(c) ? c : ' ')
                .limit(LONGEST_TEXT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean;
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
