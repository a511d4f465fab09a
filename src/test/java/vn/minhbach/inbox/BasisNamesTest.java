package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.UnavailableException;

/** What was taken over rests on procedures of which only the code is known. */
class BasisNamesTest {

    private static final String PATH = "/thu-tuc/1.000123";
    private static final String NAME = "Cấp giấy phép tổ chức triển lãm";
    private static final Hit HIT = new Hit("procedure", "1.000123", NAME, PATH, 1, NAME, "", Map.of(), false);

    private final InboxOnH2 h2 = new InboxOnH2();
    private boolean indexIsThere = true;

    private final BasisNames names = new BasisNames(new SearchService() {
        @Override
        public Optional<Hit> at(String address) {
            if (!indexIsThere) {
                throw new UnavailableException(UnavailableException.Part.SEARCH);
            }
            return Optional.of(HIT).filter(hit -> hit.path().equals(address));
        }
    });

    @AfterEach
    void close() {
        h2.close();
    }

    private static String saidOf(BasisNames names, Dossier dossier) {
        return dossier.basis().stream()
                .map(rest -> names.named(rest.source()).title())
                .collect(Collectors.joining());
    }

    @Test
    void aProcedureOfWhichOnlyTheCodeWasTakenOverHasItsName() {
        var form = InboxOnH2.form("question", "taken over", "Bao giờ có kết quả?");
        var sent = new NewSubmission("question", "taken over", form.values(), "", "1.000123", false, false, "vi");
        var received = InboxOnH2.NOW.minus(Duration.ofDays(5));
        var id = h2.takeOver(
                sent,
                received,
                List.of(
                        PastSubmissions.Done.by("bich.ngoc", InboxDeed.ASSIGN, received, SaidOfDeed.unit("van-phong")),
                        PastSubmissions.Done.by(
                                "thu.ha", InboxDeed.DRAFT, received, SaidOfDeed.answer("Bảy ngày.", "", "", ""))));
        var dossier = h2.ask(desk -> desk.work.dossier(id));

        assertThat(saidOf(names, dossier)).isEqualTo(NAME);
        indexIsThere = false;
        assertThat(saidOf(names, dossier)).as("it is led to all the same").isEqualTo(PATH);
    }

    @Test
    void whatWasNamedStaysAsItWasNamed() {
        var source = new Basis.Source("procedure", "1.000123", PATH, "Tên khi viết");

        assertThat(names.named(source)).isEqualTo(source);
        assertThat(names.titleOf("/thu-tuc/9.999999")).isEqualTo("/thu-tuc/9.999999");
    }
}
