package org.throughline.contract;

/** The ways in which a case can be put to the service. */
enum Binding {
    SOAP11("http://schemas.xmlsoap.org/soap/envelope/"),
    SOAP12("http://www.w3.org/2003/05/soap-envelope"),
    REST("");

    private final String namespace;

    Binding(String namespace) {
        this.namespace = namespace;
    }

    /** Namespace of the SOAP envelope; empty for REST. */
    String namespace() {
        return namespace;
    }

    boolean isSoap() {
        return this != REST;
    }
}
