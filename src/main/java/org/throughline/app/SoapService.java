package org.throughline.app;

import jakarta.jws.WebService;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;

/**
 * A service of the contract, found by the port type's namespace.
 *
 * @param portType the generated interface
 * @param capability such as account
 * @param version such as v1
 */
record SoapService(Class<?> portType, String capability, String version) {

    private static final Pattern NAMESPACE = Pattern.compile("urn:throughline:([a-z]+):(v[0-9]+):wsdl");

    /** @throws IllegalArgumentException when the bean implements no generated port type */
    static SoapService of(Class<?> implementor) {
        Class<?> portType = Arrays.stream(implementor.getInterfaces())
                .filter(type -> type.isAnnotationPresent(WebService.class))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(implementor + " implements no port type"));
        String namespace = portType.getAnnotation(WebService.class).targetNamespace();
        Matcher matcher = NAMESPACE.matcher(namespace);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(namespace + " is not a namespace of this contract");
        }
        return new SoapService(portType, matcher.group(1), matcher.group(2));
    }

    /** The namespace of its schema. */
    String schemaNamespace() {
        return "urn:throughline:" + capability + ":" + version;
    }

    String address(SoapBindingVersion soap) {
        return "/" + capability + "/" + version + "/" + soap.pathName();
    }

    /** Where answers have their documents attached. */
    String mtomAddress(SoapBindingVersion soap) {
        return "/" + capability + "/" + version + "/mtom/" + soap.pathName();
    }

    String wsdl(SoapBindingVersion soap) {
        return "classpath:contract/wsdl/" + capability + "/" + version + "/" + capability + "-" + soap.pathName()
                + ".wsdl";
    }

    QName serviceName() {
        return new QName(schemaNamespace() + ":wsdl", portType.getSimpleName() + "Service");
    }

    QName portName(SoapBindingVersion soap) {
        return new QName(schemaNamespace() + ":wsdl", portType.getSimpleName() + soap.portSuffix());
    }
}
