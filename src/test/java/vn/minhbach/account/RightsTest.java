package vn.minhbach.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.KeyRing;
import vn.minhbach.web.PortalUrl;

/** What the table of rights gives to whom, and where. */
class RightsTest {

    private static final String UNIT = "van-phong";

    private final AccountsOnH2 h2 = new AccountsOnH2();

    @AfterEach
    void close() {
        h2.close();
    }

    private Actor actor(Role role, String place) {
        return h2.ask(desk -> {
            var user =
                    desk.accounts.open(new User.Details("lan" + place, "Lan", ""), Set.of(new Assignment(role, place)));
            user.choosePassword("$argon2id$…");
            var service = new UserService();
            service.users = desk.users;
            service.factors = new SecondFactors(
                    desk.factorRows,
                    new PasskeyCheck(new PortalUrl("http://localhost:8080")),
                    new FieldCipher(DataKeys.of(KeyRing.EMPTY)),
                    h2.clock);
            var secret = desk.open
                    .begin(
                            new SignIns.Proof(user.getName(), user.getStamp()),
                            false,
                            Visitor.of("192.0.2.1", "Firefox/140.0"))
                    .orElseThrow();
            return service.actor(desk.open.find(secret).orElseThrow());
        });
    }

    @Test
    void rulesOfTheWholeOfficeAreNotForWhoHasTheRoleForOneUnit() {
        var ofUnit = actor(Role.MODERATOR, UNIT);
        assertThat(ofUnit.may(Permission.MODERATE_INBOX, UNIT)).isTrue();
        assertThat(ofUnit.maySomewhere(Permission.KEEP_INBOX_RULES)).isFalse();
        assertThat(actor(Role.MODERATOR, "").may(Permission.KEEP_INBOX_RULES)).isTrue();
    }

    @Test
    void neitherAreThoseOfTheLaw() {
        var ofUnit = actor(Role.APPROVER, UNIT);
        assertThat(ofUnit.may(Permission.APPROVE_ANSWERS, UNIT)).isTrue();
        assertThat(ofUnit.maySomewhere(Permission.KEEP_LEGAL_RULES)).isFalse();
        assertThat(actor(Role.APPROVER, "").may(Permission.KEEP_LEGAL_RULES)).isTrue();
    }

    @Test
    void whoHasARoleForOnePlaceHasNothingOfTheWholeOfficeButTools() {
        // Whatever else is everybody's is to be decided here, by whoever adds it.
        var tools = Set.of(
                Permission.ENTER_OFFICE,
                Permission.EXPLAIN_SEARCH,
                // Pictures for one's own texts come into the one library.
                Permission.KEEP_FILES,
                // A draft changes nothing: others look through it and publish it.
                Permission.WRITE_PROCEDURES);
        for (var role : Role.values()) {
            if (role.getPlaces() != null) {
                assertThat(actor(role, role.name().toLowerCase(Locale.ROOT)).grants().stream()
                                .filter(grant -> grant.place().isEmpty())
                                .map(Actor.Grant::permission))
                        .as(role.name())
                        .isSubsetOf(tools);
            }
        }
    }

    @Test
    void aPublisherOfTheWholeOfficeDecidesWhatBelongsToNoSection() {
        var everywhere = actor(Role.PUBLISHER, "");
        assertThat(Stream.of(
                        Permission.KEEP_SITE,
                        Permission.KEEP_UNITS,
                        Permission.KEEP_SOURCES,
                        Permission.KEEP_MAIL,
                        Permission.ARRANGE_SECTIONS,
                        Permission.KEEP_PROCEDURES,
                        Permission.PUBLISH_PROCEDURES,
                        Permission.REVIEW_PROCEDURES,
                        Permission.TEACH_SEARCH,
                        Permission.REBUILD_INDEX,
                        Permission.KEEP_QUALITY))
                .allMatch(everywhere::may);
        var ofSection = actor(Role.PUBLISHER, "di-san");
        assertThat(ofSection.may(Permission.PUBLISH_ARTICLES, "di-san")).isTrue();
        assertThat(ofSection.maySomewhere(Permission.KEEP_SITE)).isFalse();
    }

    @Test
    void aRightReachesAsFarAsTheTableSays() {
        assertThat(RolePermission.Reach.ALL.holds(UNIT, "thanh-tra")).isTrue();
        assertThat(RolePermission.Reach.ASSIGNED.holds(UNIT, UNIT)).isTrue();
        assertThat(RolePermission.Reach.ASSIGNED.holds(UNIT, "thanh-tra")).isFalse();
        assertThat(RolePermission.Reach.ASSIGNED.holds("", "thanh-tra")).isTrue();
        assertThat(RolePermission.Reach.WHOLE.holds(UNIT, UNIT)).isFalse();
        assertThat(RolePermission.Reach.WHOLE.holds("", UNIT)).isTrue();
    }
}
