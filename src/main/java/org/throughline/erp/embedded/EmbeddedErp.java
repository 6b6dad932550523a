package org.throughline.erp.embedded;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.throughline.shared.Capabilities;
import org.throughline.shared.Erp;

/** The ERP that comes in the box. It can do everything that the contract asks for. */
@Component
public final class EmbeddedErp implements Erp {

    private final String dataset;

    public EmbeddedErp(@Value("${throughline.dataset}") String dataset) {
        this.dataset = dataset;
    }

    @Override
    public String dataset() {
        return dataset;
    }

    @Override
    public String product() {
        return "Throughline embedded ERP";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.all();
    }
}
