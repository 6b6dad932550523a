package org.throughline.endpoint.fault;

import jakarta.xml.bind.JAXBException;
import java.util.List;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.Headers;
import org.throughline.shared.ServiceFault;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Replaces whatever went wrong in a SOAP call by the fault that the contract declares for it. */
public final class SoapFaultInterceptor extends AbstractSoapInterceptor {

    public SoapFaultInterceptor() {
        super(Phase.SETUP);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Exception failure = message.getContent(Exception.class);
        ServiceFault translated = FaultTranslator.translate(SoapHeaderProblem.translate(failure));
        SoapFault fault = fault(translated, failure, versionOf(message));
        message.setContent(Exception.class, fault);
        message.put(Message.RESPONSE_CODE, fault.getStatusCode());
        RetryAfter.secondsOf(translated).ifPresent(seconds -> Headers.getSetProtocolHeaders(message)
                .put(RetryAfter.HEADER, List.of(seconds.toString())));
    }

    private static SoapVersion versionOf(SoapMessage message) {
        return message.getVersion().getVersion() > 1.1 ? SoapVersion.SOAP_12 : SoapVersion.SOAP_11;
    }

    private static SoapFault fault(ServiceFault translated, Exception failure, SoapVersion version) {
        SoapFault fault = new SoapFault(
                FaultDetails.text(translated.violations().get(0).message()),
                SoapHeaderProblem.codeOf(failure, version).orElse(SoapFaults.code(translated.code(), version)));
        fault.setStatusCode(HttpStatuses.ofSoapFault(translated.code()));
        fault.setDetail(detail(translated));
        return fault;
    }

    /** CXF wants the children of a detail element. */
    private static Element detail(ServiceFault fault) {
        try {
            Document document = DOMUtils.createDocument();
            Element detail = document.createElement("detail");
            SoapFaults.jaxb().createMarshaller().marshal(SoapFaults.detail(fault), detail);
            return detail;
        } catch (JAXBException e) {
            throw new IllegalStateException("a fault cannot be written", e);
        }
    }
}
