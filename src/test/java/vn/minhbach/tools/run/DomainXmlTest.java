package vn.minhbach.tools.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class DomainXmlTest {

    private static final String SMALL = """
        <domain log-root="${com.sun.aas.instanceRoot}/logs">
          <configs>
            <config name="server-config">
              <http-service>
                <access-log/>
                <virtual-server id="server" network-listeners="http-listener-1,http-listener-2"/>
                <virtual-server id="__asadmin" network-listeners="admin-listener"/>
              </http-service>
              <iiop-service><orb/>
                <iiop-listener address="0.0.0.0" port="3700" id="orb-listener-1"/>
                <iiop-listener address="0.0.0.0" port="3820" id="SSL"><ssl/></iiop-listener>
              </iiop-service>
              <admin-service>
                <jmx-connector address="0.0.0.0" port="8686" name="system"/>
                <property name="adminConsoleContextRoot" value="/admin"/>
              </admin-service>
              <hazelcast-config-specific-configuration/>
              <network-config>
                <protocols>
                  <protocol name="http-listener-1"><http default-virtual-server="server"/></protocol>
                  <protocol name="http-listener-2"><http default-virtual-server="server"/></protocol>
                  <protocol name="admin-listener"><http default-virtual-server="__asadmin"/></protocol>
                </protocols>
                <network-listeners>
                  <network-listener port="8080" protocol="http-listener-1" name="http-listener-1"/>
                  <network-listener port="8181" protocol="http-listener-2" name="http-listener-2"/>
                  <network-listener port="4848" protocol="admin-listener" name="admin-listener"/>
                </network-listeners>
              </network-config>
                <transports><transport name="tcp"/></transports>
              <thread-pools><thread-pool name="http-thread-pool"/></thread-pools>
            </config>
            <config name="default-config">
              <network-config><network-listeners>
                <network-listener address="0.0.0.0" port="28080" name="http-listener-1"/>
              </network-listeners></network-config>
            </config>
          </configs>
        </domain>
        """;

    private final XPath xpath = XPathFactory.newInstance().newXPath();

    private final Path folder;

    DomainXmlTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void leavesOneListenerOnTheLoopbackInterface() throws Exception {
        assertQuiet(adapted(Files.writeString(folder.resolve("domain.xml"), SMALL)));
    }

    @Test
    void adaptsTheServersOwnTemplate() throws Exception {
        String payara = System.getProperty("payara.home", "");
        Path template = Path.of(payara, "glassfish/domains/domain1/config/domain.xml");
        assumeTrue(!payara.isEmpty() && Files.exists(template), "no server here");

        assertQuiet(adapted(template));
    }

    @Test
    void saysWhichPartOfAStrangeTemplateIsMissing() throws Exception {
        Path file = Files.writeString(folder.resolve("domain.xml"), "<domain><config name='server-config'/></domain>");
        DomainXml domain = DomainXml.read(file);

        assertThrows(IOException.class, () -> domain.adapt(9090, folder));
    }

    @Test
    void refusesWhatIsNoXml() throws Exception {
        Path file = Files.writeString(folder.resolve("domain.xml"), "port=8080");

        assertThrows(IOException.class, () -> DomainXml.read(file));
    }

    private Document adapted(Path template) throws Exception {
        DomainXml domain = DomainXml.read(template);
        domain.adapt(9090, folder.resolve("log"));
        Path written = folder.resolve("adapted.xml");
        domain.write(written);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(written.toFile());
    }

    private void assertQuiet(Document domain) throws Exception {
        assertValue(domain, "1", "count(//network-listener[not(@enabled='false')])");
        String portal = "//network-listener[@name='http-listener-1']";
        assertValue(domain, "127.0.0.1:9090", "concat(" + portal + "/@address, ':', " + portal + "/@port)");
        assertValue(domain, "http-listener-1", "//virtual-server[@id='server']/@network-listeners");
        // Without a listener of this name, or with one on the portal's port, the server administrates on the portal's.
        assertValue(domain, "false", "//network-listener[@name='admin-listener']/@enabled");
        assertValue(domain, "0", "//network-listener[@name='admin-listener']/@port");
        assertValue(domain, "0", "count(//virtual-server[@id='__asadmin'] | //iiop-listener)");
        assertValue(domain, "false", "//jmx-connector/@enabled");
        assertValue(domain, "DISABLED", "//jms-service/@type");
        assertValue(domain, "false", "//hazelcast-config-specific-configuration/@enabled");
        assertValue(domain, "false", "//phone-home-runtime-configuration/@enabled");
        assertValue(domain, "false", "//das-config/@autodeploy-enabled");
        assertValue(domain, "false", "//protocol[@name='http-listener-1']/http/@server-header");
        assertValue(domain, "true", "//http-service/@access-logging-enabled");
        assertValue(domain, folder.resolve("log").toString(), "//virtual-server/@access-log");
        assertValue(domain, folder.resolve("log").toString(), "/domain/@log-root");
    }

    private void assertValue(Document domain, String expected, String path) throws Exception {
        assertEquals(expected, xpath.evaluate(path, domain), path);
    }
}
