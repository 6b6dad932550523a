package org.throughline.endpoint.json;

import org.throughline.endpoint.contract.Child;

/** Takes a request as the elements that it would have in XML. */
interface ElementSink {

    void start(Child element) throws Exception;

    void text(String text) throws Exception;

    void end(Child element) throws Exception;

    /** The element of the moment is not what the contract says, in a way that only JSON can be wrong. */
    void problem(String message);

    /** The element of the moment has a property that the contract does not know. */
    void unknownProperty();
}
