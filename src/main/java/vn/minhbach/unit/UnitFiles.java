package vn.minhbach.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.minhbach.attachment.AttachmentUse;
import vn.minhbach.desk.RowPage;

/** The portraits of the people of units. */
@ApplicationScoped
public class UnitFiles implements AttachmentUse.OfRows {

    @Inject
    UnitService units;

    @Override
    public List<Row> rows() {
        return units.everybody().stream()
                .map(person -> new Row(
                        person.getPicture(),
                        person.getName(),
                        UnitPersonPage.PATH + "?" + UnitPeoplePage.UNIT + "=" + person.getUnitId() + "&" + RowPage.ROW
                                + "=" + person.getId(),
                        Standing.PUBLIC))
                .toList();
    }
}
