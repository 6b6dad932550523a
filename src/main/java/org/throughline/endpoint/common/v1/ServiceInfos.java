package org.throughline.endpoint.common.v1;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import org.throughline.shared.Erp;
import org.throughline.shared.Operation;
import org.throughline.wire.common.v1.ServiceInfoType;
import org.throughline.wire.common.v1.SupportType;

/** What the ping operation of each service answers. */
@Component
public class ServiceInfos {

    private static final String CONTRACT_VERSION = "1.0-draft";

    private final Erp erp;
    private final Clock clock;
    private final String productVersion;

    ServiceInfos(Erp erp, Clock clock, ObjectProvider<BuildProperties> build) {
        this.erp = erp;
        this.clock = clock;
        BuildProperties properties = build.getIfAvailable();
        this.productVersion = properties == null ? "unpackaged" : properties.getVersion();
    }

    /** @param capability account, pricing, stock, history or order */
    public ServiceInfoType of(String capability) {
        ServiceInfoType info = new ServiceInfoType();
        info.setContract("urn:throughline:" + capability + ":v1");
        info.setContractVersion(CONTRACT_VERSION);
        info.setProductVersion(productVersion);
        info.setErp(erp.product());
        info.setErpVersion(erp.version());
        info.setDataset(erp.dataset());
        info.setTime(clock.instant());
        Arrays.stream(Operation.values())
                .filter(operation -> operation.capability().equals(capability))
                .sorted(Comparator.comparing(Operation::wireName))
                .map(this::support)
                .forEach(info.getSupport()::add);
        return info;
    }

    private SupportType support(Operation operation) {
        SupportType support = new SupportType();
        support.setOperation(operation.wireName());
        support.setSupported(erp.capabilities().supports(operation));
        return support;
    }
}
