package org.throughline.endpoint.stock.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toMaxAge;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageRequest;
import static org.throughline.endpoint.stock.v1.StockMapper.toAvailabilityAnswer;
import static org.throughline.endpoint.stock.v1.StockMapper.toFilter;
import static org.throughline.endpoint.stock.v1.StockMapper.toItemAnswer;
import static org.throughline.endpoint.stock.v1.StockMapper.toItemListAnswer;
import static org.throughline.endpoint.stock.v1.StockMapper.toRequest;

import org.springframework.stereotype.Component;
import org.throughline.endpoint.common.v1.ServiceInfos;
import org.throughline.shared.Erp;
import org.throughline.shared.ItemId;
import org.throughline.stock.StockService;
import org.throughline.wire.common.v1.PingRequestType;
import org.throughline.wire.common.v1.ServiceInfoType;
import org.throughline.wire.stock.v1.AvailabilityAnswerType;
import org.throughline.wire.stock.v1.AvailabilityQueryType;
import org.throughline.wire.stock.v1.ItemAnswerType;
import org.throughline.wire.stock.v1.ItemListAnswerType;
import org.throughline.wire.stock.v1.ItemListQueryType;
import org.throughline.wire.stock.v1.ItemQueryType;
import org.throughline.wire.stock.v1.Stock;

/** The stock service over SOAP. */
@Component
class StockSoapEndpoint implements Stock {

    private final StockService stock;
    private final ServiceInfos infos;
    private final String dataset;

    StockSoapEndpoint(StockService stock, ServiceInfos infos, Erp erp) {
        this.stock = stock;
        this.infos = infos;
        this.dataset = erp.dataset();
    }

    @Override
    public ServiceInfoType ping(PingRequestType request) {
        return infos.of("stock");
    }

    @Override
    public AvailabilityAnswerType checkAvailability(AvailabilityQueryType query) {
        return toAvailabilityAnswer(
                stock.checkAvailability(toRequest(query), toMaxAge(query.getMaxAgeSeconds())), dataset);
    }

    @Override
    public ItemAnswerType getItem(ItemQueryType query) {
        return toItemAnswer(stock.getItem(new ItemId(query.getId()), toMaxAge(query.getMaxAgeSeconds())), dataset);
    }

    @Override
    public ItemListAnswerType findItems(ItemListQueryType query) {
        return toItemListAnswer(
                stock.findItems(toFilter(query), toPageRequest(query.getPaging()), toMaxAge(query.getMaxAgeSeconds())),
                dataset);
    }
}
