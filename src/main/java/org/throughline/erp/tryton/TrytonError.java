package org.throughline.erp.tryton;

import java.util.Optional;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;

/**
 * What Tryton has answered instead of a result. It is the cause of the {@link ServiceFault} that callers get; a connector that
 * knows better what it means, asks for its kind.
 */
final class TrytonError extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TEXT = 300;

    /** What Tryton tells apart. Which rule has refused, it says in words only. */
    enum Kind {
        /** A rule, an access right, a unique key or a check of a field says no. Nothing was changed. */
        REFUSED,
        /** A person would be asked whether that is meant; see {@link #warning()}. Nothing was changed. */
        WARNED,
        /** The record was changed since it was read. Nothing was changed by this call. */
        CONFLICT,
        /** The method is not there for anybody who calls from outside. */
        FORBIDDEN,
        /** Nobody of that name and password may work in that database, or for no company. */
        NOT_ADMITTED,
        /** Tryton could not do it: a defect, a lock, a database that is down, a model or a field that is not there. */
        FAILED
    }

    private final Kind kind;
    private final String warning;

    TrytonError(Kind kind, String warning, String text) {
        super(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "..." : text);
        this.kind = kind;
        this.warning = warning;
    }

    Kind kind() {
        return kind;
    }

    /** The key under which Tryton remembers that the warning was accepted; empty unless the kind is WARNED. */
    Optional<String> warning() {
        return Optional.ofNullable(warning);
    }

    /** Tryton's error behind a fault, if there is one. */
    static Optional<TrytonError> behind(ServiceFault fault) {
        return fault.getCause() instanceof TrytonError error ? Optional.of(error) : Optional.empty();
    }

    /** Whether a fault comes from an error of this kind. */
    static boolean is(ServiceFault fault, Kind kind) {
        return behind(fault).filter(error -> error.kind == kind).isPresent();
    }

    /** What a caller is told when no connector knows it better. */
    ServiceFault fault() {
        return switch (kind) {
            case REFUSED -> refused("Tryton says: " + getMessage());
            case WARNED -> refused("Somebody must confirm in Tryton: " + getMessage());
            case CONFLICT -> new ServiceFault(ErrorCode.VERSION_CONFLICT.at("expectedVersion"), this);
            case NOT_ADMITTED -> new ServiceFault(ErrorCode.ERP_UNAVAILABLE.at(""), this);
            case FORBIDDEN -> new ServiceFault(ErrorCode.NOT_SUPPORTED_BY_ERP.at(""), this);
            case FAILED -> new ServiceFault(ErrorCode.INTERNAL_ERROR.at(""), this);
        };
    }

    private ServiceFault refused(String remedy) {
        return new ServiceFault(ErrorCode.REFUSED_BY_ERP.at("").withRemedy(Remedy.of(remedy)), this);
    }
}
