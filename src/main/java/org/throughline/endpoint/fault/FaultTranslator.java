package org.throughline.endpoint.fault;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.frontend.WSDLQueryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.throughline.shared.ErrorCategory;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/**
 * Makes a {@link ServiceFault} of any failure, once for all bindings. What nobody foresaw becomes INTERNAL_ERROR and is
 * logged with its stack; the caller gets the correlation id only.
 */
public final class FaultTranslator {

    private static final Logger LOG = LoggerFactory.getLogger(FaultTranslator.class);
    private static final int DEEPEST_CAUSE = 20;

    /** What a single exception means, whatever it is wrapped in; the first that knows it decides. */
    private static final List<Function<Throwable, Optional<ErrorCode>>> RULES = List.of(
            FaultTranslator::ofHttp, FaultTranslator::ofXml, FaultTranslator::ofWsdlQuery, FaultTranslator::ofDatabase);

    private FaultTranslator() {}

    /** Never throws, never returns null. */
    public static ServiceFault translate(Throwable failure) {
        ServiceFault fault = thrown(failure)
                .or(() -> known(failure).map(code -> new ServiceFault(code.at(""), failure)))
                .orElseGet(() -> new ServiceFault(ErrorCode.INTERNAL_ERROR.at(""), failure));
        log(fault, failure);
        return fault;
    }

    private static Optional<ServiceFault> thrown(Throwable failure) {
        return causes(failure)
                .filter(ServiceFault.class::isInstance)
                .map(ServiceFault.class::cast)
                .findFirst();
    }

    private static Optional<ErrorCode> known(Throwable failure) {
        return causes(failure)
                .flatMap(cause -> RULES.stream().flatMap(rule -> rule.apply(cause).stream()))
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE);
    }

    private static Optional<ErrorCode> ofHttp(Throwable cause) {
        if (cause instanceof HttpMessageNotReadableException) {
            return Optional.of(ErrorCode.MALFORMED_MESSAGE);
        }
        if (!(cause instanceof ErrorResponse response)) {
            return Optional.empty();
        }
        return switch (response.getStatusCode().value()) {
            case 404 -> Optional.of(ErrorCode.UNKNOWN_ADDRESS);
            case 405 -> Optional.of(ErrorCode.METHOD_NOT_ALLOWED);
            case 406 -> Optional.of(ErrorCode.NOT_ACCEPTABLE);
            case 413 -> Optional.of(ErrorCode.MESSAGE_TOO_LARGE);
            case 415 -> Optional.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
            default ->
                response.getStatusCode().is4xxClientError()
                        ? Optional.of(ErrorCode.MALFORMED_MESSAGE)
                        : Optional.empty();
        };
    }

    /** Woodstox throws the plain class when a limit is exceeded, and subclasses of it when the text is not XML. */
    private static Optional<ErrorCode> ofXml(Throwable cause) {
        if (!(cause instanceof XMLStreamException)) {
            return Optional.empty();
        }
        return Optional.of(
                cause.getClass() == XMLStreamException.class && cause.getCause() == null
                        ? ErrorCode.MESSAGE_TOO_LARGE
                        : ErrorCode.MALFORMED_MESSAGE);
    }

    private static Optional<ErrorCode> ofWsdlQuery(Throwable cause) {
        return cause instanceof WSDLQueryException ? Optional.of(ErrorCode.UNKNOWN_ADDRESS) : Optional.empty();
    }

    private static Optional<ErrorCode> ofDatabase(Throwable cause) {
        if (cause instanceof DataAccessResourceFailureException || cause instanceof CannotCreateTransactionException) {
            return Optional.of(ErrorCode.ERP_UNAVAILABLE);
        }
        return cause instanceof TransientDataAccessException ? Optional.of(ErrorCode.SERVICE_BUSY) : Optional.empty();
    }

    private static void log(ServiceFault fault, Throwable failure) {
        ErrorCategory category = fault.code().category();
        if (category == ErrorCategory.INTERNAL) {
            LOG.error("unforeseen failure", failure);
        } else if (category == ErrorCategory.UNAVAILABLE) {
            LOG.warn("{}: {}", fault.code(), String.valueOf(rootOf(failure)));
        } else {
            LOG.debug("{} at {}", fault.code(), fault.violations().get(0).path(), failure);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    }
}
