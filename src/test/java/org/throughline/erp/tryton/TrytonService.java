package org.throughline.erp.tryton;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.throughline.app.RunningService;

/** The service as it is delivered, with a Tryton of the tests behind it. */
final class TrytonService {

    @Configuration(proxyBeanMethods = false)
    static class NothingOfOurs {}

    private TrytonService() {}

    /**
     * @param folder where its own data goes
     * @param arguments further settings
     */
    static RunningService start(TrytonServer server, Path folder, String... arguments) {
        return start(server.settings(), folder, arguments);
    }

    static RunningService start(TrytonSettings tryton, Path folder, String... arguments) {
        return RunningService.start(
                folder,
                NothingOfOurs.class,
                Stream.concat(settings(tryton).stream(), Arrays.stream(arguments))
                        .toArray(String[]::new));
    }

    /** The settings that connect a service to the server; its clock is the real one. */
    static List<String> settings(TrytonSettings tryton) {
        return List.of(
                "--throughline.erp=tryton",
                "--throughline.demo-data=false",
                "--throughline.clock=",
                "--throughline.tryton.url=" + tryton.url(),
                "--throughline.tryton.database=" + tryton.database(),
                "--throughline.tryton.user=" + tryton.user(),
                "--throughline.tryton.password=" + tryton.password());
    }
}
