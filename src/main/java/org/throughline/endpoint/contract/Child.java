package org.throughline.endpoint.contract;

import javax.xml.namespace.QName;

/**
 * An element inside a complex type.
 *
 * @param position where it stands in the type's order; alternatives share one
 * @param required whether it, or one of its alternatives, must be there
 * @param alternative whether it is one of several of which one may be there
 * @param repeated whether it may occur more than once
 * @param documentation empty when the element has none of its own
 */
public record Child(
        QName name,
        QName type,
        int position,
        boolean required,
        boolean alternative,
        boolean repeated,
        String documentation) {

    /** Names are interned, because readers of XML may rely on that. */
    public Child {
        name = new QName(name.getNamespaceURI().intern(), name.getLocalPart().intern());
    }

    public String localName() {
        return name.getLocalPart();
    }
}
