package org.throughline.endpoint.fault;

import javax.xml.namespace.QName;

/** The two versions of SOAP, as far as faults differ. */
public enum SoapVersion {
    SOAP_11("http://schemas.xmlsoap.org/soap/envelope/", "Client", "Server", "text/xml;charset=UTF-8"),
    SOAP_12("http://www.w3.org/2003/05/soap-envelope", "Sender", "Receiver", "application/soap+xml;charset=UTF-8");

    private final String namespace;
    private final String sender;
    private final String receiver;
    private final String contentType;

    SoapVersion(String namespace, String sender, String receiver, String contentType) {
        this.namespace = namespace;
        this.sender = sender;
        this.receiver = receiver;
        this.contentType = contentType;
    }

    public String namespace() {
        return namespace;
    }

    public String contentType() {
        return contentType;
    }

    QName senderCode() {
        return new QName(namespace, sender, "soap");
    }

    QName receiverCode() {
        return new QName(namespace, receiver, "soap");
    }
}
