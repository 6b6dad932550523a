package org.throughline.endpoint.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.endpoint.contract.Contract;
import org.throughline.endpoint.contract.RequestSchemas;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;
import org.throughline.wire.account.v1.NewAccountType;
import org.throughline.wire.pricing.v1.PriceQueryType;
import org.throughline.wire.stock.v1.AvailabilityQueryType;
import org.throughline.wire.stock.v1.ItemListQueryType;

class JsonRequestsTest {

    private static final JsonRequests REQUESTS = new JsonRequests(new RequestSchemas(new Contract()));

    @Test
    void parametersFillFieldsOfFields() {
        ItemListQueryType query = REQUESTS.bind(
                Map.of("paging.size", List.of("10"), "paging.cursor", List.of("abc")), ItemListQueryType.class);

        assertThat(query.getPaging().getSize()).isEqualTo(10);
        assertThat(query.getPaging().getCursor()).isEqualTo("abc");
    }

    @Test
    void parametersThatNobodyKnowsAreRefusedWithoutRepeatingThem() {
        ServiceFault fault = refusedQuery(Map.of("evil", List.of("1")));

        assertThat(fault.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.path()).isEmpty();
            assertThat(violation.message()).contains("does not know").doesNotContain("evil");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01T10:61:00Z",
                "2026-01-01T10:00:61Z",
                "2026-01-01T10:00:00.1234567890Z",
                "2026-01-01T10:00:00",
                "2026-01-01T10:00:00+99:00",
                "12026-01-01T10:00:00Z",
                "2026-01-01",
                ""
            })
    void timesThatDoNotExistAreRefused(String time) {
        assertThat(paths(refusedQuery(Map.of("changedSince", List.of(time))))).containsExactly("changedSince");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T10:00:00Z, 2026-01-01T10:00:00Z",
        "2026-01-01T10:00:00.5+01:00, 2026-01-01T09:00:00.5Z",
        "2026-01-01T24:00:00Z, 2026-01-02T00:00:00Z",
        "2024-02-29T10:00:00-14:00, 2024-03-01T00:00:00Z"
    })
    void timesThatExistAreBound(String time, Instant instant) {
        ItemListQueryType query = REQUESTS.bind(Map.of("changedSince", List.of(time)), ItemListQueryType.class);
        assertThat(query.getChangedSince()).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2025-02-29", "2026-00-10", "2026-01-01+99:00", "12026-01-01", "-2026-01-01"})
    void daysThatDoNotExistAreRefused(String day) {
        ServiceFault fault = catchThrowableOfType(
                ServiceFault.class,
                () -> REQUESTS.read(
                        json("{'line':[{'item':'X','quantity':'1','requiredDate':'" + day + "'}]}"),
                        AvailabilityQueryType.class));
        assertThat(paths(fault)).containsExactly("line[0].requiredDate");
    }

    @Test
    void aParameterOutOfRangeIsNamedByItsPath() {
        assertThat(paths(refusedQuery(Map.of("paging.size", List.of("501"))))).containsExactly("paging.size");
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        assertThat(paths(refusedQuery(Map.of("paging.size", List.of("1", "2")))))
                .containsExactly("paging.size");
    }

    @Test
    void decimalsComeAsStringsOrWholeNumbers() throws IOException {
        PriceQueryType request = REQUESTS.read(
                json(
                        "{'customer':{'account':{'id':'A1'}},'line':[{'item':'X','quantity':'1.5'},{'item':'Y','quantity':2}]}"),
                PriceQueryType.class);

        assertThat(request.getLine())
                .extracting(line -> line.getQuantity().toPlainString())
                .containsExactly("1.5", "2");
    }

    @Test
    void aFloatIsRefusedWhereADecimalIsMeant() {
        ServiceFault fault = refused("{'customer':{'account':{'id':'A1'}},'line':[{'item':'X','quantity':1.5}]}");

        assertThat(paths(fault)).containsExactly("line[0].quantity");
        assertThat(fault.violations().get(0).message()).contains("JSON string");
    }

    @Test
    void allViolationsAreReportedAtOnce() {
        ServiceFault fault = refused(
                "{'customer':{'account':{}},'currency':'eur','line':[{'item':'X','quantity':'1'},{'quantity':'1e3','x':1}],'y':2}");

        assertThat(paths(fault))
                .containsExactlyInAnyOrder(
                        "", "customer.account.id", "currency", "line[1].item", "line[1].quantity", "line[1]");
    }

    @Test
    void whatIsRightAfterAViolationIsNotBlamed() {
        ServiceFault fault = catchThrowableOfType(
                ServiceFault.class,
                () -> REQUESTS.read(
                        json("{'requestId':'R','currency':'EUR','address':[{'kind':'HOME','address':{'line1':'1 Road',"
                                + "'country':'DE'}}],'link':{'company':{'crmSystem':'crm','companyId':'4711'}}}"),
                        NewAccountType.class));

        assertThat(paths(fault)).containsExactlyInAnyOrder("name", "address[0].kind");
    }

    @Test
    void whatIsNotJsonIsMalformed() {
        assertThat(refused("{'customer':").code()).isEqualTo(ErrorCode.MALFORMED_MESSAGE);
        assertThat(refused("").code()).isEqualTo(ErrorCode.MALFORMED_MESSAGE);
        assertThat(refused("{} {}").code()).isEqualTo(ErrorCode.MALFORMED_MESSAGE);
        assertThat(refused("{'line':[],'line':[]}").code()).isEqualTo(ErrorCode.MALFORMED_MESSAGE);
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(refused("[".repeat(100) + "]".repeat(100)).code()).isEqualTo(ErrorCode.MESSAGE_TOO_LARGE);
    }

    @Test
    void anythingMayStandInAnExtension() throws IOException {
        PriceQueryType request = REQUESTS.read(
                json(
                        "{'customer':{'account':{'id':'A1'}},'line':[{'item':'X','quantity':'1'}],'extension':{'a':[1,{'b':2.5}]}}"),
                PriceQueryType.class);

        assertThat(request.getExtension()).isNotNull();
    }

    @Test
    void nullIsAsGoodAsAbsent() throws IOException {
        PriceQueryType request = REQUESTS.read(
                json("{'customer':{'account':{'id':'A1'}},'currency':null,'line':[{'item':'X','quantity':'1'}]}"),
                PriceQueryType.class);

        assertThat(request.getCurrency()).isNull();
    }

    @Test
    void charactersThatXmlCannotCarryAreRefused() {
        ServiceFault fault = refused("{'customer':{'account':{'id':'A\\u0000'}},'line':[{'item':'X','quantity':'1'}]}");

        assertThat(paths(fault)).containsExactly("customer.account.id");
    }

    private static ServiceFault refused(String json) {
        return catchThrowableOfType(ServiceFault.class, () -> REQUESTS.read(json(json), PriceQueryType.class));
    }

    private static ServiceFault refusedQuery(Map<String, List<String>> parameters) {
        return catchThrowableOfType(ServiceFault.class, () -> REQUESTS.bind(parameters, ItemListQueryType.class));
    }

    private static List<String> paths(ServiceFault fault) {
        return fault.violations().stream().map(Violation::path).toList();
    }

    private static ByteArrayInputStream json(String text) {
        return new ByteArrayInputStream(text.replace('\'', '"').getBytes(UTF_8));
    }
}
