package org.throughline.endpoint.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.endpoint.fault.CorrelationId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/** Answers in the caller's form where Tomcat itself refuses a request, before any filter has seen it. */
public final class FaultReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(FaultReportValve.class);

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (failure != null) {
            LOG.error("a request failed outside of the service", failure);
        }
        try {
            response.setHeader(CorrelationId.HEADER, CorrelationId.begin(null));
            Binding.of(request.getRequestURI(), request.getContentType())
                    .write(new ServiceFault(code(status).at("")), response);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("nobody was left to answer", e);
        } finally {
            CorrelationId.end();
        }
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 404 -> ErrorCode.UNKNOWN_ADDRESS;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 408 -> ErrorCode.MESSAGE_TOO_SLOW;
            case 413, 414, 431 -> ErrorCode.MESSAGE_TOO_LARGE;
            default -> status < 500 ? ErrorCode.MALFORMED_MESSAGE : ErrorCode.INTERNAL_ERROR;
        };
    }
}
