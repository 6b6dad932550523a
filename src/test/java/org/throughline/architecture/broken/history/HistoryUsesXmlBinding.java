package org.throughline.architecture.broken.history;

import jakarta.xml.bind.JAXBContext;

class HistoryUsesXmlBinding {

    JAXBContext used;
}
