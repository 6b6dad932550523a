package org.throughline.erp.tryton;

import static java.util.stream.Collectors.toMap;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** A live Tryton for the benchmark, and what the benchmark has to know of it. */
public final class BenchTryton implements AutoCloseable {

    private final TrytonServer server = TrytonServer.fresh();
    private final TrytonClient client = server.client();

    public URI url() {
        return server.settings().url();
    }

    public String database() {
        return server.settings().database();
    }

    /** The settings of a service that speaks to it at another address, for instance through a recorder. */
    public List<String> settingsAt(URI address) {
        return TrytonService.settings(server.settings()).stream()
                .filter(setting -> !setting.endsWith("="))
                .map(setting -> setting.startsWith("--throughline.tryton.url=")
                        ? "--throughline.tryton.url=" + address
                        : setting)
                .toList();
    }

    /** Ids of products by their codes. */
    public Map<String, Long> products() {
        return client.searchRead(TrytonQuery.of("product.product", "code").where("code", "!=", null)).stream()
                .collect(toMap(row -> row.text("code"), TrytonRecord::id));
    }

    /** Id of a customer. */
    public long party(String code) {
        return client.searchRead(TrytonQuery.of("party.party", "code").where("code", "=", code))
                .get(0)
                .id();
    }

    /** The header that proves a session of the service's user. */
    public String authorization() {
        return new TrytonSessions(server.settings(), new TrytonHttp(server.settings()))
                .current()
                .authorization();
    }

    @Override
    public void close() {
        server.close();
    }
}
