package org.throughline.erp.tryton;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.app.RunningService;
import org.throughline.testing.ContractPack;

/** Runs the contract tests, which are a Maven project of their own, against the service with Tryton behind it. */
@Tag("tryton")
class TrytonContractPackIT {

    @Test
    void theServiceWithTrytonBehindItKeepsItsContract(@TempDir Path folder) throws Exception {
        try (TrytonHistoryWorld world = new TrytonHistoryWorld()) {
            TrytonPackWorld.make(world);
            try (RunningService service = TrytonService.start(world.server(), folder)) {
                ContractPack.verify(service.url(), "-Derp=tryton");
            }
        }
    }
}
