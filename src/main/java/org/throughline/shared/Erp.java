package org.throughline.shared;

/** An ERP that is connected: what it is called and what it can do. Implemented once by each connector. */
public interface Erp {

    /** The dataset that its ids belong to. */
    String dataset();

    String product();

    /** "unknown" as long as an ERP that is somewhere else was not reached. */
    String version();

    Capabilities capabilities();

    /** @throws ServiceFault NOT_SUPPORTED_BY_ERP when the ERP cannot serve the operation */
    default void require(Operation operation) {
        if (!capabilities().supports(operation)) {
            throw new ServiceFault(ErrorCode.NOT_SUPPORTED_BY_ERP.at(
                    "", product() + " does not support " + operation.wireName() + "."));
        }
    }
}
