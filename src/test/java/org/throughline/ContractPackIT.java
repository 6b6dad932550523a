package org.throughline;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.ContractPack;
import org.throughline.testing.ServiceProcess;

/** Runs the contract tests, which are a Maven project of their own, against the packaged service. */
class ContractPackIT {

    @Test
    void the_packaged_service_keeps_its_contract(@TempDir Path folder) throws Exception {
        System.out.println("starting the service for the contract tests");
        try (ServiceProcess service = ServiceProcess.start(folder)) {
            ContractPack.verify(service.url());
        }
    }
}
