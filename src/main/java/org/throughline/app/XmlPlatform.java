package org.throughline.app;

import java.util.Map;

/** Choices about XML that libraries take from system properties only; they must be made before the first of them loads. */
final class XmlPlatform {

    private static final Map<String, String> CHOICES = Map.of(
            // the JDK's parser is several times slower, and knows none of the limits
            "javax.xml.stream.XMLInputFactory", "com.ctc.wstx.stax.WstxInputFactory",
            "javax.xml.stream.XMLOutputFactory", "com.ctc.wstx.stax.WstxOutputFactory",
            "javax.xml.stream.XMLEventFactory", "com.ctc.wstx.stax.WstxEventFactory",
            // no contract element has an attribute; SOAP headers have a few
            "org.apache.cxf.stax.maxAttributeCount", "50",
            // nothing that a message names is fetched over the network
            "org.apache.cxf.resource.uriresolver.allowedSchemes", "file,jar,nested,classpath");

    private XmlPlatform() {}

    /** Leaves alone what the administrator has chosen on the command line. */
    static void choose() {
        CHOICES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
