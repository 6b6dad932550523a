package org.throughline.endpoint.fault;

import java.util.OptionalInt;
import org.throughline.shared.ErrorCode;

/** The HTTP status of each failure. */
final class HttpStatuses {

    private HttpStatuses() {}

    /** In REST. */
    static int ofProblem(ErrorCode code) {
        return ofTransport(code).orElseGet(() -> switch (code.category()) {
            case INVALID_REQUEST -> 400;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case REFUSED -> 422;
            case INTERNAL -> 500;
            case NOT_SUPPORTED -> 501;
            case UNAVAILABLE -> 503;
        });
    }

    /** In SOAP of both versions; with 400, which version 1.2 would have, some clients do not read the fault. */
    static int ofSoapFault(ErrorCode code) {
        return ofTransport(code).orElse(500);
    }

    /** Whether the caller is to blame. */
    static boolean isSender(ErrorCode code) {
        return switch (code.category()) {
            case INVALID_REQUEST, NOT_FOUND, CONFLICT, REFUSED -> true;
            case NOT_SUPPORTED, UNAVAILABLE, INTERNAL -> false;
        };
    }

    /** Failures of HTTP itself, where both bindings use the same status. */
    private static OptionalInt ofTransport(ErrorCode code) {
        return switch (code) {
            case UNKNOWN_ADDRESS -> OptionalInt.of(404);
            case METHOD_NOT_ALLOWED -> OptionalInt.of(405);
            case NOT_ACCEPTABLE -> OptionalInt.of(406);
            case MESSAGE_TOO_SLOW -> OptionalInt.of(408);
            case MESSAGE_TOO_LARGE -> OptionalInt.of(413);
            case UNSUPPORTED_MEDIA_TYPE -> OptionalInt.of(415);
            default -> OptionalInt.empty();
        };
    }
}
