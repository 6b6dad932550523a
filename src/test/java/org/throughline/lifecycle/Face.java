package org.throughline.lifecycle;

import jakarta.xml.ws.Service;
import java.net.URI;
import java.net.URL;
import javax.xml.namespace.QName;
import org.throughline.app.RunningService;
import org.throughline.wire.account.v1.Account;
import org.throughline.wire.history.v1.History;
import org.throughline.wire.order.v1.Order;

/**
 * What a CRM sees of the back office: the operations of the contract, whatever way the messages take.
 *
 * @param name for people
 */
record Face(String name, Account accounts, Order orders, History history) {

    /** The same messages, handed over as objects within the JVM. */
    static Face inMemory(RunningService service) {
        return new Face(
                "in memory", service.bean(Account.class), service.bean(Order.class), service.bean(History.class));
    }

    /** Clients made of the served WSDLs. */
    static Face soap(RunningService service) {
        return new Face(
                "SOAP",
                port(service, "account", Account.class),
                port(service, "order", Order.class),
                port(service, "history", History.class));
    }

    static Face rest(RunningService service) {
        RestClient client = new RestClient(service.url());
        return new Face("REST", client.as(Account.class), client.as(Order.class), client.as(History.class));
    }

    private static <T> T port(RunningService service, String capability, Class<T> portType) {
        try {
            URL wsdl = URI.create(service.url() + "/soap/" + capability + "/v1/soap11?wsdl")
                    .toURL();
            QName name = new QName("urn:throughline:" + capability + ":v1:wsdl", portType.getSimpleName() + "Service");
            return Service.create(wsdl, name).getPort(portType);
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
