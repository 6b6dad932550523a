package org.throughline.endpoint.stock.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toMaxAge;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageRequest;
import static org.throughline.endpoint.stock.v1.StockMapper.toAvailabilityAnswer;
import static org.throughline.endpoint.stock.v1.StockMapper.toFilter;
import static org.throughline.endpoint.stock.v1.StockMapper.toItemAnswer;
import static org.throughline.endpoint.stock.v1.StockMapper.toItemListAnswer;
import static org.throughline.endpoint.stock.v1.StockMapper.toRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.endpoint.common.v1.FromQuery;
import org.throughline.endpoint.common.v1.ServiceInfos;
import org.throughline.endpoint.common.v1.Tagged;
import org.throughline.shared.Erp;
import org.throughline.shared.ItemId;
import org.throughline.stock.StockService;
import org.throughline.wire.common.v1.ServiceInfoType;
import org.throughline.wire.stock.v1.AvailabilityAnswerType;
import org.throughline.wire.stock.v1.AvailabilityQueryType;
import org.throughline.wire.stock.v1.ItemAnswerType;
import org.throughline.wire.stock.v1.ItemListAnswerType;
import org.throughline.wire.stock.v1.ItemListQueryType;
import org.throughline.wire.stock.v1.ItemQueryType;

/** The stock service over REST. */
@RestController
@RequestMapping("/api/v1")
class StockRestResource {

    private final StockService stock;
    private final ServiceInfos infos;
    private final String dataset;

    StockRestResource(StockService stock, ServiceInfos infos, Erp erp) {
        this.stock = stock;
        this.infos = infos;
        this.dataset = erp.dataset();
    }

    @GetMapping("/stock/ping")
    ServiceInfoType ping() {
        return infos.of("stock");
    }

    @PostMapping("/stock/availability")
    AvailabilityAnswerType checkAvailability(@RequestBody AvailabilityQueryType query) {
        return toAvailabilityAnswer(
                stock.checkAvailability(toRequest(query), toMaxAge(query.getMaxAgeSeconds())), dataset);
    }

    @GetMapping("/items")
    ItemListAnswerType findItems(@FromQuery ItemListQueryType query) {
        return toItemListAnswer(
                stock.findItems(toFilter(query), toPageRequest(query.getPaging()), toMaxAge(query.getMaxAgeSeconds())),
                dataset);
    }

    @GetMapping("/items/{id}")
    ResponseEntity<ItemAnswerType> getItem(@FromQuery(path = "id=id") ItemQueryType query) {
        ItemAnswerType answer =
                toItemAnswer(stock.getItem(new ItemId(query.getId()), toMaxAge(query.getMaxAgeSeconds())), dataset);
        return Tagged.of(answer, answer.getItem());
    }
}
