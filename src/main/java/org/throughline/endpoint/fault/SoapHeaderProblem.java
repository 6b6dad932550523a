package org.throughline.endpoint.fault;

import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.interceptor.Fault;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/** Faults that SOAP itself defines and that CXF finds: an envelope of another version, a header that nobody understands. */
final class SoapHeaderProblem {

    private static final Set<String> CODES = Set.of("MustUnderstand", "VersionMismatch");

    private SoapHeaderProblem() {}

    /** The fault code that SOAP demands for the failure. */
    static Optional<QName> codeOf(Exception failure, SoapVersion version) {
        return codeName(failure).filter(CODES::contains).map(name -> new QName(version.namespace(), name, "soap"));
    }

    /** The same failure, as one of ours when CXF has found it by itself: then the message is to blame. */
    static Exception translate(Exception failure) {
        return failure instanceof Fault && failure.getCause() == null
                ? new ServiceFault(ErrorCode.MALFORMED_MESSAGE.at(""), failure)
                : failure;
    }

    private static Optional<String> codeName(Exception failure) {
        QName code = failure instanceof SoapFault soap
                ? soap.getFaultCode()
                : failure instanceof Fault fault ? fault.getFaultCode() : null;
        return Optional.ofNullable(code).map(QName::getLocalPart);
    }
}
