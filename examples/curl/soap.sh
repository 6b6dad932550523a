#!/bin/sh
# Prices a basket over SOAP 1.1, then reads the open invoices of the customer. Prints the answers as they come.
#
#     sh soap.sh [ADDRESS]
set -eu

address=${1:-http://127.0.0.1:8080}

# call SERVICE OPERATION < request
call() {
  curl --silent --show-error --fail-with-body \
    --header 'Content-Type: text/xml; charset=utf-8' \
    --header "SOAPAction: \"urn:throughline:$1:v1:$2\"" \
    --data-binary @- \
    "$address/soap/$1/v1/soap11"
  echo
}

call pricing calculatePrices <<'REQUEST'
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
  <s:Body>
    <t:calculatePrices xmlns:t="urn:throughline:pricing:v1" xmlns:c="urn:throughline:common:v1">
      <t:request>
        <t:customer><c:account><c:id>C0001</c:id></c:account></t:customer>
        <t:date>2026-11-15</t:date>
        <t:line><t:item>EL001</t:item><t:quantity>10</t:quantity></t:line>
        <t:line><t:item>HT012</t:item><t:quantity>4</t:quantity></t:line>
        <t:line><t:item>FA021</t:item><t:quantity>2</t:quantity><t:unit>BOX</t:unit></t:line>
        <t:line><t:item>MA027</t:item><t:quantity>1</t:quantity></t:line>
        <t:line><t:item>SA038</t:item><t:quantity>100</t:quantity></t:line>
      </t:request>
    </t:calculatePrices>
  </s:Body>
</s:Envelope>
REQUEST

call history findInvoices <<'REQUEST'
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
  <s:Body>
    <t:findInvoices xmlns:t="urn:throughline:history:v1" xmlns:c="urn:throughline:common:v1">
      <t:request>
        <t:customer><c:account><c:id>C0001</c:id></c:account></t:customer>
        <t:status>OPEN</t:status>
        <t:status>PARTLY_PAID</t:status>
        <t:asOf>2026-11-15</t:asOf>
      </t:request>
    </t:findInvoices>
  </s:Body>
</s:Envelope>
REQUEST
