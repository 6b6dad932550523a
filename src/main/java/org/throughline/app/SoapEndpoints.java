package org.throughline.app;

import jakarta.jws.WebService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.staxutils.StaxUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.throughline.endpoint.common.v1.SendsDocuments;
import org.throughline.endpoint.contract.RequestSchemas;
import org.throughline.endpoint.fault.SoapFaultInterceptor;
import org.throughline.endpoint.soap.RequestCheckInterceptor;
import org.throughline.endpoint.soap.RequestVerdictInterceptor;

/** Publishes every bean that implements a port type of the contract, once for each SOAP version. */
@Component
class SoapEndpoints implements SmartInitializingSingleton {

    /** Where CXF looks for the address to write into a served WSDL. */
    private static final String PUBLISHED_URL = "publishedEndpointUrl";

    private final ListableBeanFactory beans;
    private final Bus bus;
    private final Settings settings;
    private final RequestSchemas schemas;
    private final List<Server> servers = new ArrayList<>();
    private final SortedSet<String> addresses = new TreeSet<>();

    SoapEndpoints(ListableBeanFactory beans, Bus bus, Settings settings, RequestSchemas schemas) {
        this.beans = beans;
        this.bus = bus;
        this.settings = settings;
        this.schemas = schemas;
    }

    @Override
    public void afterSingletonsInstantiated() {
        beans.getBeansWithAnnotation(WebService.class).values().forEach(this::publish);
    }

    /** Writes the address that clients use into the served WSDLs; called when the port is known. */
    void publishedAt(String base) {
        for (Server server : servers) {
            var endpoint = server.getEndpoint().getEndpointInfo();
            endpoint.setProperty(PUBLISHED_URL, base + SoapWiring.PATH + endpoint.getAddress());
        }
    }

    /** Addresses below {@link SoapWiring#PATH}, in alphabetical order. */
    Set<String> addresses() {
        return addresses;
    }

    private void publish(Object implementor) {
        SoapService service = SoapService.of(implementor.getClass());
        for (SoapBindingVersion soap : SoapBindingVersion.values()) {
            publish(implementor, service, soap, service.address(soap), false);
            if (implementor instanceof SendsDocuments) {
                publish(implementor, service, soap, service.mtomAddress(soap), true);
            }
        }
    }

    private void publish(
            Object implementor, SoapService service, SoapBindingVersion soap, String address, boolean mtom) {
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setBus(bus);
        factory.setServiceClass(service.portType());
        factory.setServiceBean(implementor);
        factory.setWsdlLocation(service.wsdl(soap));
        factory.setServiceName(service.serviceName());
        factory.setEndpointName(service.portName(soap));
        factory.setAddress(address);
        factory.setProperties(properties(mtom));
        factory.getInInterceptors()
                .add(new RequestCheckInterceptor(schemas, soap.envelope(), service.schemaNamespace()));
        factory.getInInterceptors().add(new RequestVerdictInterceptor());
        factory.getOutFaultInterceptors().add(new SoapFaultInterceptor());
        servers.add(factory.create());
        addresses.add(address);
    }

    private Map<String, Object> properties(boolean mtom) {
        FaultListener translatorLogs = (failure, description, message) -> false;
        return Map.of(
                FaultListener.class.getName(),
                translatorLogs,
                StaxUtils.MAX_ELEMENT_DEPTH,
                30,
                StaxUtils.MAX_CHILD_ELEMENTS,
                settings.limits().lines(),
                StaxUtils.MAX_ATTRIBUTE_SIZE,
                2_000,
                StaxUtils.MAX_TEXT_LENGTH,
                4_000,
                StaxUtils.MAX_XML_CHARACTERS,
                settings.limits().bodySize().toBytes(),
                "mtom-enabled",
                mtom);
    }
}
