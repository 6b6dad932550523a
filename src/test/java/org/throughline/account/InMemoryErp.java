package org.throughline.account;

import org.throughline.shared.Capabilities;
import org.throughline.shared.Erp;

/** An ERP with given capabilities. */
record InMemoryErp(Capabilities capabilities) implements Erp {

    @Override
    public String dataset() {
        return InMemoryAccounts.DATASET;
    }

    @Override
    public String product() {
        return "Memory";
    }

    @Override
    public String version() {
        return "1";
    }
}
