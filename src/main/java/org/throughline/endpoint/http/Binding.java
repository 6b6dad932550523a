package org.throughline.endpoint.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.util.MimeType;
import org.throughline.endpoint.common.v1.WireJson;
import org.throughline.endpoint.fault.Problem;
import org.throughline.endpoint.fault.SoapFaultWriter;
import org.throughline.endpoint.fault.SoapVersion;
import org.throughline.shared.ServiceFault;

/** How a caller speaks, told by the address: it decides what a body may be and what a failure looks like. */
enum Binding {
    SOAP_11(Set.of("text/xml")),
    SOAP_12(Set.of("application/soap+xml")),
    REST(Set.of("application/json"));

    static final String SOAP_PATH = "/soap/";
    private static final String MTOM_PART = "/mtom/";
    private static final String SOAP_12_END = "/soap12";

    private final Set<String> contentTypes;

    Binding(Set<String> contentTypes) {
        this.contentTypes = contentTypes;
    }

    static Binding of(String path, String contentType) {
        if (path == null || !(path + "/").startsWith(SOAP_PATH)) {
            return REST;
        }
        boolean says12 = contentType != null && contentType.startsWith("application/soap+xml");
        return path.endsWith(SOAP_12_END) || says12 ? SOAP_12 : SOAP_11;
    }

    /** A message with attachments is accepted only where answers may have some. */
    boolean accepts(MimeType type, String path) {
        String name = type.getType() + "/" + type.getSubtype();
        return contentTypes.contains(name)
                || this != REST && name.equals("multipart/related") && path.contains(MTOM_PART);
    }

    void write(ServiceFault fault, HttpServletResponse response) throws IOException {
        switch (this) {
            case SOAP_11 -> SoapFaultWriter.write(fault, SoapVersion.SOAP_11, response);
            case SOAP_12 -> SoapFaultWriter.write(fault, SoapVersion.SOAP_12, response);
            case REST -> writeProblem(Problem.of(fault), response);
        }
    }

    private static void writeProblem(Problem problem, HttpServletResponse response) throws IOException {
        byte[] json = WireJson.write(problem);
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setContentType(Problem.CONTENT_TYPE);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
