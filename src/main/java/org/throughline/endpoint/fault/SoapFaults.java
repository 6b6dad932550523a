package org.throughline.endpoint.fault;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import javax.xml.namespace.QName;
import org.throughline.shared.ErrorCategory;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import org.throughline.wire.common.v1.FaultDetailType;
import org.throughline.wire.common.v1.ObjectFactory;

/** What a SOAP fault of ours consists of. */
final class SoapFaults {

    private static final JAXBContext JAXB = context();
    private static final ObjectFactory ELEMENTS = new ObjectFactory();

    private SoapFaults() {}

    static JAXBContext jaxb() {
        return JAXB;
    }

    static QName code(ErrorCode code, SoapVersion version) {
        return HttpStatuses.isSender(code) ? version.senderCode() : version.receiverCode();
    }

    /** The declared fault element of the category. */
    static JAXBElement<FaultDetailType> detail(ServiceFault fault) {
        return element(fault.code().category(), FaultDetails.of(fault, CorrelationId.current()));
    }

    private static JAXBElement<FaultDetailType> element(ErrorCategory category, FaultDetailType detail) {
        return switch (category) {
            case INVALID_REQUEST -> ELEMENTS.createInvalidRequestFault(detail);
            case NOT_FOUND -> ELEMENTS.createNotFoundFault(detail);
            case CONFLICT -> ELEMENTS.createConflictFault(detail);
            case REFUSED -> ELEMENTS.createRefusedFault(detail);
            case NOT_SUPPORTED -> ELEMENTS.createNotSupportedFault(detail);
            case UNAVAILABLE -> ELEMENTS.createUnavailableFault(detail);
            case INTERNAL -> ELEMENTS.createInternalFault(detail);
        };
    }

    private static JAXBContext context() {
        try {
            return JAXBContext.newInstance(ObjectFactory.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("the generated types of the common contract do not fit together", e);
        }
    }
}
