package org.throughline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import javax.xml.namespace.QName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throughline.common.v1.PingRequest;
import throughline.common.v1.ServiceInfo;

/** Calls the service as a foreign Java client does: stubs from the WSDLs alone, addresses from the WSDL as served. */
class StubsIT {

    @ParameterizedTest
    @EnumSource(
            value = Binding.class,
            names = {"SOAP11", "SOAP12"})
    void account_answers_a_ping(Binding binding) throws Exception {
        check(
                "account",
                port("account", binding, throughline.account.v1.wsdl.Account.class)
                        .ping(new PingRequest()));
    }

    private static void check(String capability, ServiceInfo info) {
        assertThat(info.getContract()).isEqualTo("urn:throughline:" + capability + ":v1");
        assertThat(info.getSupport()).isNotEmpty();
    }

    private static <T> T port(String capability, Binding binding, Class<T> type) throws Exception {
        URL wsdl = URI.create(Settings.endpoint() + Contract.get().soapPath(capability, binding) + "?wsdl")
                .toURL();
        String name = capability.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + capability.substring(1);
        String version = binding == Binding.SOAP11 ? "11" : "12";
        String namespace = "urn:throughline:" + capability + ":v1:wsdl";
        return jakarta.xml.ws.Service.create(wsdl, new QName(namespace, name + "Service"))
                .getPort(new QName(namespace, name + "Soap" + version + "Port"), type);
    }
}
