package org.throughline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import jakarta.xml.ws.Service;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.util.Locale;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throughline.account.v1.AccountQuery;
import throughline.account.v1.wsdl.Account;
import throughline.account.v1.wsdl.NotFoundFault;
import throughline.common.v1.AccountRef;
import throughline.common.v1.CustomerRef;
import throughline.common.v1.PingRequest;
import throughline.common.v1.ServiceInfo;
import throughline.history.v1.InvoiceSearch;
import throughline.history.v1.wsdl.History;
import throughline.order.v1.OrderSearch;
import throughline.order.v1.wsdl.Order;
import throughline.pricing.v1.PriceAnswer;
import throughline.pricing.v1.PriceQuery;
import throughline.pricing.v1.PriceQueryLine;
import throughline.pricing.v1.wsdl.Pricing;
import throughline.stock.v1.ItemQuery;
import throughline.stock.v1.wsdl.Stock;

/** Calls the service as a foreign Java client does: stubs from the WSDLs alone, addresses from the WSDL as served. */
class StubsIT {

    private static final String ACCOUNT = "C0010";
    private static final String ITEM = "FA001";

    @BeforeAll
    static void theDemoDataIsThere() {
        assumeThat(Settings.erp())
                .as("the stubs ask for demo data, which only the embedded ERP has")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REST")
    void account_answers(Binding binding) throws Exception {
        Account port = port("account", binding, Account.class);
        check("account", port.ping(new PingRequest()));

        AccountQuery query = new AccountQuery();
        query.setAccount(account(ACCOUNT));

        assertThat(port.getAccount(query).getAccount().getRef().getId()).isEqualTo(ACCOUNT);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REST")
    void a_fault_comes_as_its_declared_exception(Binding binding) throws Exception {
        Account port = port("account", binding, Account.class);
        AccountQuery query = new AccountQuery();
        query.setAccount(account("no such account"));

        NotFoundFault fault = catchThrowableOfType(NotFoundFault.class, () -> port.getAccount(query));

        assertThat(fault.getFaultInfo().getCode()).isEqualTo("ACCOUNT_NOT_FOUND");
        assertThat(fault.getFaultInfo().getCorrelationId()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REST")
    void pricing_answers(Binding binding) throws Exception {
        Pricing port = port("pricing", binding, Pricing.class);
        check("pricing", port.ping(new PingRequest()));

        PriceQueryLine line = new PriceQueryLine();
        line.setItem(ITEM);
        line.setQuantity(new BigDecimal("250"));
        PriceQuery query = new PriceQuery();
        query.setCustomer(customer());
        query.getLine().add(line);
        PriceAnswer answer = port.calculatePrices(query);

        assertThat(answer.getLine()).hasSize(1);
        assertThat(answer.getTotals().getGross())
                .isEqualByComparingTo(
                        answer.getTotals().getNet().add(answer.getTotals().getTax()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REST")
    void stock_answers(Binding binding) throws Exception {
        Stock port = port("stock", binding, Stock.class);
        check("stock", port.ping(new PingRequest()));

        ItemQuery query = new ItemQuery();
        query.setId(ITEM);

        assertThat(port.getItem(query).getItem().getDescription()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REST")
    void history_answers(Binding binding) throws Exception {
        History port = port("history", binding, History.class);
        check("history", port.ping(new PingRequest()));

        InvoiceSearch search = new InvoiceSearch();
        search.setCustomer(customer());

        assertThat(port.findInvoices(search).getInvoice()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REST")
    void order_answers(Binding binding) throws Exception {
        Order port = port("order", binding, Order.class);
        check("order", port.ping(new PingRequest()));

        OrderSearch search = new OrderSearch();
        search.setCustomer(customer());

        assertThat(port.findOrders(search).getOrder()).isNotEmpty();
    }

    private static CustomerRef customer() {
        CustomerRef customer = new CustomerRef();
        customer.setAccount(account(ACCOUNT));
        return customer;
    }

    private static AccountRef account(String id) {
        AccountRef account = new AccountRef();
        account.setId(id);
        return account;
    }

    private static void check(String capability, ServiceInfo info) {
        assertThat(info.getContract()).isEqualTo("urn:throughline:" + capability + ":v1");
        assertThat(info.getSupport()).isNotEmpty();
    }

    private static <T> T port(String capability, Binding binding, Class<T> type) throws Exception {
        URL wsdl = URI.create(Settings.endpoint() + Contract.get().soapPath(capability, binding) + "?wsdl")
                .toURL();
        String name = capability.substring(0, 1).toUpperCase(Locale.ROOT) + capability.substring(1);
        String version = binding == Binding.SOAP11 ? "11" : "12";
        String namespace = "urn:throughline:" + capability + ":v1:wsdl";
        return Service.create(wsdl, new QName(namespace, name + "Service"))
                .getPort(new QName(namespace, name + "Soap" + version + "Port"), type);
    }
}
