package cn.cuobian.votes;

import java.nio.charset.StandardCharsets;

import org.springframework.boot.test.context.TestComponent;

import cn.cuobian.people.Viewer;

/** Makes rolls for one test from sheets, as an officer would. */
@TestComponent
public class SheetRolls {

	/** Twelve units: a couple, an owner of two, two unsold, a shop and two parking spaces. */
	public static final String SMALL = """
			房号,面积,用途,销售状态,业主,证件号后四位,手机,邮箱,业主代表
			1幢101,100,,,陈晓明,1001,13900000101,one@example.invalid,
			1幢102,100,,,林丽华、林建国,1002、1003,13900000102、13900000103,,林建国
			1幢201,100,,,黄志强,1004,13900000201,,
			1幢202,100,,,黄志强,1004,,,
			1幢301,100,,未售,,,,,
			1幢302,100,,未交付,,,,,
			2幢101,89.50,,,张国美,1005,,,
			2幢102,89.50,,,吴珍,1006,,,
			2幢201,89.50,,,李文辉,1007,,,
			1幢商铺1,50,商铺,,陈晓明,1001,,,
			1幢车位1,12.50,车位,,张国美,1005,,,
			1幢车位2,12.50,车位,,王雅婷,1008,,,
			""";
	public static final int SMALL_UNITS = 12;
	/** All lines, in 0.01 m². */
	public static final long SMALL_AREA = 943_50;

	private final Rolls rolls;
	private final RollImport imports;
	private final RollFreeze freeze;

	public SheetRolls(Rolls rolls, RollImport imports, RollFreeze freeze) {
		this.rolls = rolls;
		this.imports = imports;
		this.freeze = freeze;
	}

	/** A draft with the units of {@link #SMALL}; parking does not count. */
	public long draft(String compound, Viewer officer) {
		return imported(compound, officer, false, SMALL, new Declared(SMALL_UNITS, SMALL_AREA));
	}

	/** {@link #SMALL}, frozen. */
	public long frozen(String compound, Viewer officer) {
		var roll = draft(compound, officer);
		freeze.freeze(roll, officer);
		return roll;
	}

	/** {@link Compound571} with parking counted, frozen. */
	public long frozen571(String compound, Viewer officer) {
		var roll = imported(compound, officer, true, Compound571.csv(), new Declared(Compound571.UNITS, Compound571.area()));
		freeze.freeze(roll, officer);
		return roll;
	}

	/** A draft from any sheet. */
	long imported(String compound, Viewer officer, boolean parking, String csv, Declared declared) {
		var roll = rolls.create(compound, "测试名册", parking, officer);
		var content = csv.getBytes(StandardCharsets.UTF_8);
		imports.apply(roll, imports.keep(rolls.of(roll), content, declared, officer), "", officer);
		return roll;
	}
}
