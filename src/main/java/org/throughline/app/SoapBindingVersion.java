package org.throughline.app;

/** The SOAP versions; each has a concrete WSDL and an address of its own. */
enum SoapBindingVersion {
    SOAP_11("soap11", "Soap11Port"),
    SOAP_12("soap12", "Soap12Port");

    private final String pathName;
    private final String portSuffix;

    SoapBindingVersion(String pathName, String portSuffix) {
        this.pathName = pathName;
        this.portSuffix = portSuffix;
    }

    String pathName() {
        return pathName;
    }

    String portSuffix() {
        return portSuffix;
    }
}
