package vn.minhbach.tools.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Turns the server's stock {@code domain.xml} into the portal's: one HTTP listener on the loopback interface and nothing
 * else that listens, clusters, phones home or watches folders.
 */
final class DomainXml {

    /** Threads that are there for the pages; more would only take turns on the same few cores. */
    private static final String REQUEST_THREADS = "32";

    /** More come when all of those wait, for the body of a request that dribbles in or for a reader who does not read. */
    private static final String MOST_REQUEST_THREADS = "256";

    /**
     * One line per request, fields in a fixed order; the strings among them come quoted. The address without the query, in
     * which people write numbers of identity cards and telephones; no client, as everybody is on this computer; no text that a
     * client is free to send, beside the address.
     */
    private static final String ACCESS_FORMAT =
            "%datetime% %http-method% %http-uri% %status% %response.length% %time-taken%";

    /** Holds the longest head of a request, of which the address in a line of the access log is part. */
    private static final String HEAD_BYTES = "131072";

    private final Document document;

    private DomainXml(Document document) {
        this.document = document;
    }

    static DomainXml read(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // throws, where the one of the JDK prints as well
            return new DomainXml(builder.parse(file.toFile()));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("Not a domain file: " + file, e);
        }
    }

    void write(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newTransformer().transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IOException("Cannot write " + file, e);
        }
    }

    /** Applies every edit that the portal needs. */
    void adapt(int port, Path log) throws IOException {
        Element domain = document.getDocumentElement();
        domain.setAttribute("log-root", log.toString());
        remove(domain, "config", "name", "default-config");
        child(domain, "phone-home-runtime-configuration").setAttribute("enabled", "false");
        Element config = find(domain, "config", "name", "server-config");
        listenOnce(config, port);
        closeOtherDoors(config);
        speakLittle(config);
        keepAccessLog(config, log);
        waitForNobody(config);
    }

    /** A client that sends or reads slowly, or not at all, holds a thread: for a short time, and never the last one. */
    private static void waitForNobody(Element config) throws IOException {
        Element threads = find(config, "thread-pool", "name", "http-thread-pool");
        threads.setAttribute("min-thread-pool-size", REQUEST_THREADS);
        threads.setAttribute("max-thread-pool-size", MOST_REQUEST_THREADS);
        threads.setAttribute("idle-thread-timeout-seconds", "60");
        Element transport = find(config, "transport", "name", "tcp");
        transport.setAttribute("read-timeout-millis", "5000");
        transport.setAttribute("write-timeout-millis", "10000");
        Element http = child(find(config, "protocol", "name", "http-listener-1"), "http");
        http.setAttribute("timeout-seconds", "30"); // a connection on which nothing happens, half a head included
        // The server would interrupt the thread, and a thread interrupted in the database's file closes it for
        // everybody.
        http.setAttribute("request-timeout-seconds", "-1");
        http.setAttribute("max-form-post-size-bytes", "4194304");
    }

    /**
     * Leaves the one listener, on the loopback interface, and takes that for TLS away.
     *
     * <p>That for administration must stay, switched off. The server hangs its own addresses ({@code /management},
     * {@code /__asadmin}, {@code /admin} and others) on the listener of that name, and on the first one it finds when there is
     * none, which would be the portal's. As it never starts, nothing of that is anywhere.
     */
    private static void listenOnce(Element config, int port) throws IOException {
        Element listener = find(config, "network-listener", "name", "http-listener-1");
        listener.setAttribute("address", "127.0.0.1");
        listener.setAttribute("port", Integer.toString(port));
        remove(config, "network-listener", "name", "http-listener-2");
        remove(config, "protocol", "name", "http-listener-2");
        Element administration = find(config, "network-listener", "name", "admin-listener");
        administration.setAttribute("enabled", "false");
        administration.setAttribute("address", "127.0.0.1");
        administration.setAttribute("port", "0"); // never that of the portal, by which the server would find the place
        remove(config, "virtual-server", "id", "__asadmin");
        child(find(config, "protocol", "name", "admin-listener"), "http")
                .setAttribute("default-virtual-server", "server");
        find(config, "virtual-server", "id", "server").setAttribute("network-listeners", "http-listener-1");
    }

    /** IIOP, JMX, messages, the data grid and the folder scans: none of them is used, so none of them starts. */
    private static void closeOtherDoors(Element config) {
        for (Element listener : elements(config, "iiop-listener")) {
            listener.getParentNode().removeChild(listener);
        }
        for (Element connector : elements(config, "jmx-connector")) {
            connector.setAttribute("enabled", "false");
        }
        child(config, "jms-service").setAttribute("type", "DISABLED");
        child(config, "hazelcast-config-specific-configuration").setAttribute("enabled", "false");
        Element administration = child(config, "admin-service");
        Element folders = child(administration, "das-config");
        folders.setAttribute("autodeploy-enabled", "false");
        folders.setAttribute("dynamic-reload-enabled", "false");
        property(administration, "adminConsoleStartup", "NEVER");
        Element monitoring = child(config, "monitoring-service");
        monitoring.setAttribute("monitoring-enabled", "false");
        monitoring.setAttribute("mbean-enabled", "false");
        child(config, "notification-service-configuration").setAttribute("enabled", "false");
    }

    /** Keeps the server's name out of the answers; the application itself compresses and caches. */
    private static void speakLittle(Element config) throws IOException {
        Element http = child(find(config, "protocol", "name", "http-listener-1"), "http");
        http.setAttribute("server-header", "false");
        // The portal reads addresses as they were sent. The server's own reading must let them through to it, else it
        // answers
        // "/%ff" and "/a%2fb" itself: one byte is one character, and an escaped slash is none of its business.
        http.setAttribute("uri-encoding", "ISO-8859-1");
        http.setAttribute("encoded-slash-enabled", "true");
        // A pasted page of Vietnamese text in the search field is to get an answer, not a bare error of the server.
        http.setAttribute("header-buffer-length-bytes", HEAD_BYTES);
        http.setAttribute("compression", "off");
        http.setAttribute("http2-enabled", "false"); // browsers speak it over TLS only
        http.setAttribute("max-connections", "1000"); // requests over one kept-alive connection
    }

    private static void keepAccessLog(Element config, Path log) throws IOException {
        Element service = child(config, "http-service");
        service.setAttribute("access-logging-enabled", "true");
        Element access = child(service, "access-log");
        access.setAttribute("format", ACCESS_FORMAT);
        access.setAttribute("rotation-policy", "time");
        access.setAttribute("rotation-suffix", "yyyy-MM-dd");
        access.setAttribute("max-history-files", "30");
        access.setAttribute("write-interval-seconds", "5");
        // A line that does not fit is lost, and the one before it written twice.
        access.setAttribute("buffer-size-bytes", Integer.toString(2 * Integer.parseInt(HEAD_BYTES)));
        find(service, "virtual-server", "id", "server").setAttribute("access-log", log.toString());
    }

    private static void property(Element parent, String name, String value) {
        for (Element property : elements(parent, "property")) {
            if (property.getAttribute("name").equals(name)) {
                property.setAttribute("value", value);
                return;
            }
        }
        Element property =
                (Element) parent.appendChild(parent.getOwnerDocument().createElement("property"));
        property.setAttribute("name", name);
        property.setAttribute("value", value);
    }

    /** The first child of that name, made when there is none. */
    private static Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        Element made = parent.getOwnerDocument().createElement(name);
        parent.insertBefore(made, parent.getFirstChild());
        return made;
    }

    private static void remove(Element within, String tag, String attribute, String value) {
        Element found = seek(within, tag, attribute, value);
        if (found != null) {
            found.getParentNode().removeChild(found);
        }
    }

    private static Element find(Element within, String tag, String attribute, String value) throws IOException {
        Element found = seek(within, tag, attribute, value);
        if (found == null) {
            throw new IOException("The server's domain.xml has no " + tag + " " + value);
        }
        return found;
    }

    private static @Nullable Element seek(Element within, String tag, String attribute, String value) {
        for (Element element : elements(within, tag)) {
            if (element.getAttribute(attribute).equals(value)) {
                return element;
            }
        }
        return null;
    }

    private static List<Element> elements(Element within, String tag) {
        NodeList nodes = within.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>(nodes.getLength());
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
