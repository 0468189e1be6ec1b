@echo off
rem Starts scimdoctor: finds a Java that is new enough, and hands everything over. Nothing here stands in parentheses
rem with a path in it, because a path may hold some, and no argument but the first is expanded before Java gets them all.
setlocal DisableDelayedExpansion
for %%I in ("%~dp0..") do set "HOME_DIR=%%~fI"

set "JAVA_EXE=%HOME_DIR%\runtime\bin\java.exe"
if exist "%JAVA_EXE%" goto found
set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if exist "%JAVA_EXE%" goto found
rem Of PATH alone: cmd itself would look into the current folder first, where a stranger's java may lie.
set "JAVA_EXE="
for %%I in (java.exe) do set "JAVA_EXE=%%~$PATH:I"
if not defined JAVA_EXE goto none
for %%I in ("%JAVA_EXE%") do set "JAVA_DIR=%%~dpI"
for %%I in (".\java.exe") do if /i "%JAVA_DIR%"=="%%~dpI" goto none

:found
rem The file "release" beside every JDK tells its version without starting it; a Java without one is asked itself.
set "VERSION="
for %%I in ("%JAVA_EXE%\..\..\release") do set "RELEASE=%%~fI"
if not exist "%RELEASE%" goto ask
for /f "usebackq tokens=1,2 delims==" %%K in ("%RELEASE%") do if "%%K"=="JAVA_VERSION" set "VERSION=%%~L"
goto version
:ask
for /f "tokens=3" %%V in ('""%JAVA_EXE%" -version 2>&1"') do if not defined VERSION set "VERSION=%%~V"
:version
set "MAJOR=0"
for /f "tokens=1 delims=.-+_" %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% LSS 17 goto old

rem As the launcher for other systems does, where each flag is explained; the jars are on the class path here.
set "FLAGS=-XX:+IgnoreUnrecognizedVMOptions -XX:+UseG1GC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=1.5"
set "FLAGS=%FLAGS% -XX:G1HeapRegionSize=1m -XX:MaxNewSize=10m -XX:MaxRAM=4g -XX:InitialRAMPercentage=3 -XX:GCTimeRatio=1"
set "FLAGS=%FLAGS% -XX:-UsePerfData -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -Xlog:disable"
set "FLAGS=%FLAGS% -Xlog:all=error:stderr -XX:-BytecodeVerificationRemote --enable-native-access=ALL-UNNAMED"
rem What these read is bounded, and so is their heap.
for %%C in (check probe watch token explain env version help --help --version) do if "%~1"=="%%C" set "FLAGS=%FLAGS% -XX:MaxRAM=128m"
set CLASSES="-Dscimdoctor.data=%HOME_DIR%\lib\data" -cp "%HOME_DIR%\lib\scimdoctor.jar"

rem The archive of loaded classes: beside the jars where SCIMDOCTOR_ARCHIVE=make made it, else in the user's own folder.
set "BUILD="
if exist "%HOME_DIR%\lib\build" set /p BUILD=<"%HOME_DIR%\lib\build"
set "STAMP=%JAVA_EXE% %VERSION% %HOME_DIR% %BUILD%"
set "SLOT=%HOME_DIR%\lib\archives\java-%MAJOR%"
if "%SCIMDOCTOR_ARCHIVE%"=="make" goto make
if "%SCIMDOCTOR_ARCHIVE%"=="off" goto plain
call :fits
if defined FITS goto archived
if not defined LOCALAPPDATA goto plain
set "SLOT=%LOCALAPPDATA%\scimdoctor\java-%MAJOR%"
if "%SCIMDOCTOR_ARCHIVE%"=="cache" goto make
call :fits
if defined FITS goto archived
if exist "%SLOT%.lock" goto plain
set "SCIMDOCTOR_ARCHIVE=cache"
start "" /b "%COMSPEC%" /d /c call "%~f0" <nul >nul 2>&1
set "SCIMDOCTOR_ARCHIVE="

:plain
"%JAVA_EXE%" %FLAGS% %CLASSES% io.scimdoctor.cli.Main %*
exit /b %ERRORLEVEL%

:archived
"%JAVA_EXE%" %FLAGS% "-XX:SharedArchiveFile=%SLOT%\classes.jsa" %CLASSES% io.scimdoctor.cli.Main %*
exit /b %ERRORLEVEL%

:fits
set "FITS="
set "FOUND="
if exist "%SLOT%\stamp" set /p FOUND=<"%SLOT%\stamp"
if [%FOUND%]==["%STAMP%"] set "FITS=yes"
exit /b 0

rem One at a time. The lock of one that failed stays, so that it is not tried again at each start.
:make
if "%SCIMDOCTOR_ARCHIVE%"=="make" if exist "%SLOT%.lock" rd "%SLOT%.lock"
for %%I in ("%SLOT%") do if not exist "%%~dpI" md "%%~dpI"
if exist "%SLOT%.lock" exit /b 3
md "%SLOT%.lock"
if exist "%SLOT%" rd /s /q "%SLOT%"
md "%SLOT%"
"%JAVA_EXE%" %FLAGS% "-XX:ArchiveClassesAtExit=%SLOT%\classes.jsa" %CLASSES% io.scimdoctor.cli.Training <nul >nul 2>&1
if not exist "%SLOT%\classes.jsa" goto unmade
>"%SLOT%\stamp" echo "%STAMP%"
rd "%SLOT%.lock"
exit /b 0

:unmade
echo scimdoctor: the archive of classes cannot be made in "%SLOT%". 1>&2
exit /b 3

:none
echo scimdoctor: there is no Java here; install Java 17 or later, or set JAVA_HOME. 1>&2
exit /b 3

:old
echo scimdoctor: Java %VERSION% at "%JAVA_EXE%" is too old; install Java 17 or later, or set JAVA_HOME. 1>&2
exit /b 3
