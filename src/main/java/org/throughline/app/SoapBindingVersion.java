package org.throughline.app;

import org.throughline.endpoint.fault.SoapVersion;

/** The SOAP versions; each has a concrete WSDL and an address of its own. */
enum SoapBindingVersion {
    SOAP_11("soap11", "Soap11Port", SoapVersion.SOAP_11),
    SOAP_12("soap12", "Soap12Port", SoapVersion.SOAP_12);

    private final String pathName;
    private final String portSuffix;
    private final SoapVersion envelope;

    SoapBindingVersion(String pathName, String portSuffix, SoapVersion envelope) {
        this.pathName = pathName;
        this.portSuffix = portSuffix;
        this.envelope = envelope;
    }

    String pathName() {
        return pathName;
    }

    SoapVersion envelope() {
        return envelope;
    }

    String portSuffix() {
        return portSuffix;
    }
}
