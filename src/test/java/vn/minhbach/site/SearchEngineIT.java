package vn.minhbach.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import vn.minhbach.ReadyIndex;

/** The portal as search engines meet it: every address that the sitemap tells of is a page that says rightly what it is. */
@ArquillianTest
@RunAsClient
class SearchEngineIT {

    @ArquillianResource
    URL home;

    @Test
    void everyPageTellsWhatItIs() throws Exception {
        ReadyIndex.await(home.toURI().resolve("/health/ready"));

        var things = new SearchEngineWalk(home.toURI()).walk();

        assertThat(things).hasSizeGreaterThan(200);
        assertThat(things.values().stream().flatMap(each -> each.stream().map(thing -> thing.getString("@type"))))
                .contains("NewsArticle", "GovernmentService", "GovernmentOrganization", "BreadcrumbList", "QAPage");
        for (var page : things.entrySet()) {
            if (!page.getKey().endsWith("/so-do-trang") && !page.getKey().endsWith("/tro-nang")) {
                assertThat(page.getValue()).as(page.getKey()).isNotEmpty();
            }
        }
    }
}
